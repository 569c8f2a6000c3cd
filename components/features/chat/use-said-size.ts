"use client";
import { useLocale } from "use-intl";

/** 3 kB, 2.4 MB: as the language writes it. */
export function useSaidSize(bytes: number): string {
  const locale = useLocale();
  const [unit, value] =
    bytes < 1_000_000 ? ["kilobyte", bytes / 1_000] : ["megabyte", bytes / 1_000_000];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: String(unit),
    maximumFractionDigits: unit === "kilobyte" || Number(value) >= 10 ? 0 : 1,
  }).format(Math.max(unit === "kilobyte" ? 1 : 0, Number(value)));
}
