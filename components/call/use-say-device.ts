"use client";
import { useTranslations } from "use-intl";
import type { MediaKind } from "@/lib/client/media-errors";
import { useCall } from "./call-provider";
import { useAnnounce } from "./use-announce";

/**
 * Tells screen readers that a device was turned from elsewhere than its button (`data-turns`): by a key, on a
 * headset. Where the button has the focus, its name tells it.
 */
export function useSayDevice(): (kind: MediaKind, isOn: boolean) => void {
  const t = useTranslations("call.turned");
  const announce = useAnnounce();
  const { isDeviceOn } = useCall();
  return (kind, isOn) => {
    // Turned again meanwhile: that is told instead.
    if (isDeviceOn(kind) !== isOn) return;
    if (document.activeElement?.matches(`[data-turns="${kind}"]`)) return;
    announce("own", t(`${kind}.${isOn ? "on" : "off"}`));
  };
}
