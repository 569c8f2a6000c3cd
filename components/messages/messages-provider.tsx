"use client";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { PageMessages } from "./generated/types";

/** Where the page is made nobody knows the reader's time zone. */
const timeZone =
  typeof window === "undefined" ? "UTC" : Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Hands the pages' messages to the client components below it. */
export function MessagesProvider({
  locale,
  messages,
  children,
}: {
  locale: "en";
  messages: PageMessages;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
