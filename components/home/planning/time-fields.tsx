"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import type { Times } from "@/components/messages/use-times";
import { fieldClass } from "@/components/ui/text-field";
import { sayZone } from "@/lib/client/say-when";
import { instantOf, type WallTime, wallTimeAt } from "@/lib/client/zoned-time";

interface TimeFieldsProps {
  value: WallTime;
  times: Times;
  /** What is wrong, as a sentence. */
  error: string | undefined;
  onChange: (value: WallTime) => void;
}

/** A date and a time on the clock of this person, whose zone is named. */
export function TimeFields({ value, times, error, onChange }: TimeFieldsProps) {
  const t = useTranslations("planning.time");
  const id = useId();
  const { timeZone, locale } = times;
  const instant = instantOf(value, timeZone);
  const zone = sayZone(instant instanceof Date ? instant : new Date(), timeZone, locale);
  const shared = {
    required: true,
    "aria-invalid": error !== undefined || undefined,
    "aria-describedby": error === undefined ? `${id}-zone` : `${id}-error ${id}-zone`,
    className: fieldClass,
  };
  return (
    <div className="grid gap-1.5">
      <div className="grid grid-cols-[3fr_2fr] gap-3">
        <div className="grid min-w-0 gap-1.5">
          <label htmlFor={`${id}-date`} className="font-medium text-sm">
            {t("date")}
          </label>
          <input
            {...shared}
            id={`${id}-date`}
            type="date"
            value={value.date}
            min={wallTimeAt(new Date(), timeZone).date}
            onChange={(event) => onChange({ ...value, date: event.target.value })}
          />
        </div>
        <div className="grid min-w-0 gap-1.5">
          <label htmlFor={`${id}-time`} className="font-medium text-sm">
            {t("clock")}
          </label>
          <input
            {...shared}
            id={`${id}-time`}
            type="time"
            value={value.time}
            onChange={(event) => onChange({ ...value, time: event.target.value.slice(0, 5) })}
          />
        </div>
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
      <p id={`${id}-zone`} className="text-ink-soft text-sm">
        {t("zone", zone)}
      </p>
    </div>
  );
}
