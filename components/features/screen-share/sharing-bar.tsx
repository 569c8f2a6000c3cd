"use client";
import { MonitorUp } from "lucide-react";
import { useTranslations } from "use-intl";
import { useSaid } from "@/components/call/use-announce";
import { Button } from "@/components/ui/button";
import { useScreenShare } from "./use-screen-share";

/** Says over the stage that one's screen is seen by others, with the way to end it. */
export function SharingBar() {
  const t = useTranslations("features.screen-share");
  const { isSharing, toggle } = useScreenShare();
  useSaid(isSharing ? t("sharing") : undefined, t("notSharing"));
  if (!isSharing) return null;
  return (
    <div className="flex animate-rise items-center gap-3 rounded-full bg-accent py-1 pr-1 pl-4 font-medium text-on-accent text-sm shadow-float">
      <MonitorUp size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>{t("sharing")}</span>
      <Button
        onClick={toggle}
        className="rounded-full! bg-on-accent! text-accent! hover:text-accent-strong!"
      >
        {t("stopShort")}
      </Button>
    </div>
  );
}
