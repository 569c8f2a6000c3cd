import type { ReactNode } from "react";
import { IntlProvider, useLocale } from "use-intl";
import en from "@/components/messages/generated/en-planning";

/** Hands the planning forms' own words to them. */
export function PlanningWords({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale={useLocale()} messages={en} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
