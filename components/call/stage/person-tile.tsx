"use client";
import {
  useConnectionQualityIndicator,
  useIsSpeaking,
  useParticipantInfo,
} from "@livekit/components-react";
import { ConnectionQuality, Track } from "livekit-client";
import { MicOff, SignalLow } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { pictureKey } from "@/components/call/connection/stills";
import { PersonMenu } from "@/components/call/person-menu";
import { PersonSlot } from "@/components/call/slots";
import { useIsOff } from "@/components/call/use-is-off";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { Initials } from "./initials";
import { Picture } from "./picture";
import { isSameTile, type TileProps } from "./same-tile";
import { useTileMenu } from "./stage-view";
import {
  Caption,
  FullScreenItem,
  LeaveFullScreen,
  TileFrame,
  tileMenuClass,
  tileToolsClass,
} from "./tile-frame";
import { useLooksAway } from "./use-looks-away";

interface PersonTileProps extends TileProps {
  /** The person's own small picture over the others: what moves it. */
  floating?: { onPointerDown: React.PointerEventHandler; menu: ReactNode; isHeld: boolean };
  /** The person's own picture is shown as in a mirror. */
  isMirrored?: boolean;
}

/** One person on the stage. */
export const PersonTile = memo(function PersonTile({
  tile: { key, trackRef },
  rect,
  order,
  isDimmed,
  isBare = false,
  isFilling = false,
  floating,
  isMirrored = false,
}: PersonTileProps) {
  const t = useTranslations("call");
  const { stills } = useCall();
  const menu = useTileMenu(key, isBare);
  const menuKey = useShortcutKey("e");
  const { participant } = trackRef;
  const { name, identity } = useParticipantInfo({ participant });
  const isSpeaking = useIsSpeaking(participant);
  const isCameraOff = useIsOff(participant, Track.Source.Camera);
  const isMicrophoneOff = useIsOff(participant, Track.Source.Microphone);
  const { quality } = useConnectionQualityIndicator({ participant });
  const still = pictureKey(participant.identity, Track.Source.Camera);
  const shown = name || identity || participant.identity;
  const label = participant.isLocal ? t("you", { name: shown }) : shown;
  const isPoor = quality === ConnectionQuality.Poor || quality === ConnectionQuality.Lost;
  const isAwayFromOneself = useLooksAway(trackRef.publication?.track);
  return (
    <TileFrame
      label={label}
      tileKey={key}
      kind="person"
      rect={rect}
      order={order}
      isBare={isBare}
      isFilling={isFilling}
      className={`bg-raised ${
        floating
          ? `z-10 touch-none shadow-float ${floating.isHeld ? "cursor-grabbing transition-none" : "cursor-grab"}`
          : ""
      }`}
      {...(floating ? { onPointerDown: floating.onPointerDown } : {})}
    >
      <div className={`absolute inset-0 transition-opacity ${isDimmed ? "opacity-50" : ""}`}>
        <Initials
          name={shown}
          identity={participant.identity}
          isSpeaking={isSpeaking}
          size={rect}
        />
        {(!isCameraOff || stills.of(still)) && (
          <Picture
            pictureKey={still}
            trackRef={trackRef}
            isWhole={isFilling}
            isMirrored={isMirrored && participant.isLocal && !isAwayFromOneself}
            placeRatio={rect.width / Math.max(1, rect.height)}
          />
        )}
      </div>
      <Caption>
        {isMicrophoneOff && (
          <>
            <MicOff size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
            <span className="sr-only">{t("microphoneOff")}</span>
          </>
        )}
        <span dir="auto" className="truncate">
          {floating ? t("youShort") : label}
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
          {isFilling && <LeaveFullScreen tileKey={key} />}
          <PersonMenu
            participant={participant}
            name={shown}
            className={tileMenuClass}
            shortcut={menuKey}
            menu={menu}
          >
            <FullScreenItem tileKey={key} />
            {floating?.menu}
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
    </TileFrame>
  );
}, isSameTile);
