"use client";
import type { ReactNode } from "react";
import { IntlProvider, useLocale } from "use-intl";
import en from "@/components/messages/generated/en-report";

/** Hands the report's own words to it. */
export function ReportWords({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale={useLocale()} messages={en} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
