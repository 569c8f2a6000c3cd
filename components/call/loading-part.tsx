"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

interface LoadingPartProps {
  hasFailed: boolean;
  onRetry: () => void;
  /** What to do meanwhile, where there is something. */
  sentence?: string;
}

/** In the place of what `useLoaded` fetches: that it comes, or that it did not and how to try again. */
export function LoadingPart({ hasFailed, onRetry, sentence }: LoadingPartProps) {
  const t = useTranslations("call.part");
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-3 p-4 text-center text-sm">
      {hasFailed ? (
        <>
          <p role="alert">{sentence ?? t("notLoaded")}</p>
          <Button onClick={onRetry}>{t("tryAgain")}</Button>
        </>
      ) : (
        <Spinner label={t("loading")} />
      )}
    </div>
  );
}
