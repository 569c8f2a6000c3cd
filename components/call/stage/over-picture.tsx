"use client";
import { ConnectionQuality, type Participant, Track } from "livekit-client";
import { MicOff, SignalLow } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PersonMenu } from "@/components/call/person-menu";
import { PersonSlot } from "@/components/call/slots";
import { useIsOff } from "@/components/call/use-is-off";
import { useConnectionQuality, useIsSpeaking, useNameOf } from "@/components/call/use-of-person";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { useTileMenu } from "./stage-view";
import {
  Caption,
  FullScreenItem,
  LeaveFullScreen,
  tileMenuClass,
  tileToolsClass,
} from "./tile-frame";

interface OverPictureProps {
  participant: Participant;
  tileKey: string;
  /** The name on it. */
  label: string;
  isBare: boolean;
  isFilling: boolean;
  /** What can be done about this tile beside what can be done about every one. */
  items: ReactNode;
}

/** What lies over a person's picture. It is the same wherever the tile stands, and not drawn anew when that moves. */
export const OverPicture = memo(function OverPicture({
  participant,
  tileKey,
  label,
  isBare,
  isFilling,
  items,
}: OverPictureProps) {
  const t = useTranslations("call");
  const menu = useTileMenu(tileKey, isBare);
  const menuKey = useShortcutKey("e");
  const name = useNameOf(participant);
  const isSpeaking = useIsSpeaking(participant);
  const isMicrophoneOff = useIsOff(participant, Track.Source.Microphone);
  const quality = useConnectionQuality(participant);
  const isPoor = quality === ConnectionQuality.Poor || quality === ConnectionQuality.Lost;
  return (
    <>
      <Caption>
        {isMicrophoneOff && (
          <>
            <MicOff size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
            <span className="sr-only">{t("microphoneOff")}</span>
          </>
        )}
        <span dir="auto" className="truncate">
          {label}
        </span>
        {isPoor && (
          <>
            <SignalLow
              size={16}
              strokeWidth={2.25}
              aria-hidden="true"
              className="shrink-0 text-caution"
            />
            <span className="sr-only">{t("poorConnection")}</span>
          </>
        )}
      </Caption>
      <div className="pointer-events-none absolute inset-0">
        <PersonSlot name="TileOverlay" participant={participant} />
      </div>
      <div className="absolute top-2 left-2 flex gap-1">
        <PersonSlot name="TileBadge" participant={participant} />
      </div>
      {!isBare && (
        <div className={`${tileToolsClass} top-1 right-1 flex gap-1`}>
          {isFilling && <LeaveFullScreen tileKey={tileKey} />}
          <PersonMenu
            participant={participant}
            name={name}
            className={tileMenuClass}
            shortcut={menuKey}
            menu={menu}
          >
            <FullScreenItem tileKey={tileKey} />
            {items}
          </PersonMenu>
        </div>
      )}
      <div
        aria-hidden="true"
        className={`pointer-events-none absolute inset-0 rounded-[inherit] transition-[box-shadow] ${
          isSpeaking
            ? "shadow-[inset_0_0_0_3px_var(--accent)] forced-colors:outline-3 forced-colors:-outline-offset-3 forced-colors:outline-[color:Highlight]"
            : "shadow-[inset_0_0_0_1px_oklch(1_0_0/0.06)]"
        }`}
      />
    </>
  );
});
