import type { FeatureMessages, PageMessages } from "./generated/types";

declare module "use-intl" {
  interface AppConfig {
    Locale: "en";
    Messages: PageMessages & FeatureMessages;
  }
}
