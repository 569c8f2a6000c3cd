import { createTranslator } from "use-intl/core";
import en from "./generated/en";

/** The language of this request. English alone for now; the one place to choose it later. */
export function currentLocale() {
  return "en" as const;
}

/** Messages of the pages for a server component or a route: `translator("home")("title")`. */
export function translator<Namespace extends keyof typeof en>(namespace: Namespace) {
  return createTranslator({ locale: currentLocale(), messages: en, namespace });
}

/** The pages' messages, for the provider that hands them to client components. */
export function pageMessages() {
  return en;
}
