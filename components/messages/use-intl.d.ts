import type { FeatureMessages, PageMessages, PartMessages } from "./generated/types";

declare module "use-intl" {
  interface AppConfig {
    Locale: "en";
    Messages: PageMessages & FeatureMessages & PartMessages;
  }
}
