"use client";
import { useTranslations } from "use-intl";
import type { SettingsTab } from "@/components/call/feature";
import { useLoaded } from "@/components/call/use-loaded";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";

export interface SettingsDialogProps {
  /** Which part is shown; the first where nobody chose. */
  tab: SettingsTab | undefined;
  onTab: (tab: SettingsTab) => void;
  isOpen: boolean;
  onClose: () => void;
}

const loadBody = () => import("./settings-body").then(({ SettingsBody }) => SettingsBody);

/** The frame of the settings; what is in it is fetched when it opens. */
export function SettingsDialog({ tab, onTab, isOpen, onClose }: SettingsDialogProps) {
  const t = useTranslations("features.settings");
  const { part: Body, hasFailed, retry } = useLoaded(loadBody, isOpen);
  return (
    <Dialog
      size="large"
      title={t("title")}
      closeLabel={t("close")}
      isOpen={isOpen}
      onClose={onClose}
    >
      {isOpen &&
        (Body ? (
          <Body tab={tab} onTab={onTab} />
        ) : (
          <div className="grid flex-1 place-content-center justify-items-center gap-4 p-6 text-center text-sm">
            {hasFailed ? (
              <>
                <p role="alert">{t("notLoaded")}</p>
                <Button onClick={retry}>{t("tryAgain")}</Button>
              </>
            ) : (
              <Spinner label={t("loading")} />
            )}
          </div>
        ))}
    </Dialog>
  );
}
