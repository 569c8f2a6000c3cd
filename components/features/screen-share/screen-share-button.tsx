"use client";
import { MonitorUp, MonitorX } from "lucide-react";
import { useTranslations } from "use-intl";
import { useShortcut } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { MenuItem } from "@/components/ui/menu";
import { useScreenShare } from "./use-screen-share";

/** Phones cannot share a screen from a page: there is no button then. */
const isPossible = () => typeof navigator.mediaDevices?.getDisplayMedia === "function";

export function ScreenShareButton() {
  return isPossible() ? <Share /> : null;
}

function Share() {
  const t = useTranslations("features.screen-share");
  const { isSharing, unavailable, toggle } = useScreenShare();
  const shortcut = useShortcut("s", toggle);
  const Icon = isSharing ? MonitorX : MonitorUp;
  return (
    <IconButton
      label={isSharing ? t("stop") : t("share")}
      shortcut={shortcut}
      size="large"
      variant={isSharing ? "primary" : "quiet"}
      unavailable={isSharing ? undefined : unavailable}
      onClick={toggle}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
    </IconButton>
  );
}

/** The same in the menu of a narrow window. */
export function ScreenShareItem() {
  return isPossible() ? <Item /> : null;
}

function Item() {
  const t = useTranslations("features.screen-share");
  const { isSharing, toggle } = useScreenShare();
  const Icon = isSharing ? MonitorX : MonitorUp;
  return (
    <MenuItem
      icon={<Icon size={20} strokeWidth={1.75} aria-hidden="true" />}
      onSelect={() => toggle()}
    >
      {isSharing ? t("stop") : t("share")}
    </MenuItem>
  );
}
