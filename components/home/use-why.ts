import { useTranslations } from "use-intl";
import { whyItFailed } from "@/lib/client/why-it-failed";

/** Says why something failed, and what to do. */
export function useWhy() {
  const t = useTranslations("home.failed");
  return (error: unknown) => {
    const why = whyItFailed(error);
    return "detail" in why ? why.detail : t(why.key);
  };
}
