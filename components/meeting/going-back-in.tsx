"use client";
import { useTranslations } from "use-intl";
import { Spinner } from "@/components/ui/spinner";
import { OneSentence } from "./page-frame";

/** Between a reload and the call. */
export function GoingBackIn() {
  const t = useTranslations("meeting");
  return (
    <OneSentence>
      <Spinner className="size-8 text-accent" />
      <div role="status">
        <h1 className="text-base text-ink-soft">{t("goingBackIn")}</h1>
      </div>
    </OneSentence>
  );
}
