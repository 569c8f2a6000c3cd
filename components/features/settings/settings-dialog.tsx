"use client";
import { useTranslations } from "use-intl";
import type { SettingsTab } from "@/components/call/feature";
import { LoadingPart } from "@/components/call/loading-part";
import { useLoaded } from "@/components/call/use-loaded";
import { Dialog } from "@/components/ui/dialog";

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
          <LoadingPart hasFailed={hasFailed} onRetry={retry} />
        ))}
    </Dialog>
  );
}
