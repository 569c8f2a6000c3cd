"use client";
import { Track } from "livekit-client";
import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { pictureKey } from "@/components/call/connection/stills";
import { useIsOff } from "@/components/call/use-is-off";
import { useIsSpeaking, useNameOf } from "@/components/call/use-of-person";
import { Initials } from "./initials";
import { OverPicture } from "./over-picture";
import { Picture } from "./picture";
import { isSameTile, type TileProps } from "./same-tile";
import { TileFrame } from "./tile-frame";
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
  const { participant } = trackRef;
  const shown = useNameOf(participant);
  const isSpeaking = useIsSpeaking(participant);
  const isCameraOff = useIsOff(participant, Track.Source.Camera);
  const still = pictureKey(participant.identity, Track.Source.Camera);
  const label = participant.isLocal ? t("you", { name: shown }) : shown;
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
      <OverPicture
        participant={participant}
        tileKey={key}
        label={floating ? t("youShort") : label}
        isBare={isBare}
        isFilling={isFilling}
        items={floating?.menu}
      />
    </TileFrame>
  );
}, isSameTile);
