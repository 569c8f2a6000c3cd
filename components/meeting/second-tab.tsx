"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { OneSentence } from "./page-frame";
import { PageHeading } from "./page-heading";

interface SecondTabProps {
  onUseHere: () => void;
  onSomeoneElse: () => void;
}

/** This person is in the meeting already, in another tab of this browser. */
export function SecondTab({ onUseHere, onSomeoneElse }: SecondTabProps) {
  const t = useTranslations("meeting.secondTab");
  return (
    <OneSentence>
      <PageHeading takesFocus>{t("title")}</PageHeading>
      <p className="text-pretty text-base text-ink-soft">{t("text")}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-3">
        <Button variant="primary" size="large" onClick={onUseHere}>
          {t("useHere")}
        </Button>
        <Button size="large" onClick={onSomeoneElse}>
          {t("someoneElse")}
        </Button>
      </div>
    </OneSentence>
  );
}
