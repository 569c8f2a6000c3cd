"use client";
import type { ComponentProps } from "react";
import { IntlProvider } from "use-intl";

/** Hands the landing page's words, and no others, to its client components. */
export function HomeMessages(props: ComponentProps<typeof IntlProvider>) {
  // Times are said relative to now, which is the same in every zone; naming one keeps the library quiet.
  return <IntlProvider timeZone="UTC" {...props} />;
}
