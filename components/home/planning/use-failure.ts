import { useTranslations } from "use-intl";
import { ApiProblem } from "@/lib/client/api-error";
import { whyItFailed } from "@/lib/client/why-it-failed";

/** What went wrong, and what to do, as one text; `what` says what did not happen. */
export function useFailure() {
  const t = useTranslations("planning.failed");
  return (what: "create" | "time" | "hostLink", error: unknown) => {
    const why = whyItFailed(error);
    return `${t(what)} ${"detail" in why ? why.detail : t(why.key)}`;
  };
}

/** What the server says of one field, by its JSON pointer; undefined where it says nothing of it. */
export function saidOfField(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.problem.errors?.find((field) => field.pointer === pointer)?.detail;
}
