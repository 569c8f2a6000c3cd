"use client";
import {
  type TrackReferenceOrPlaceholder,
  useConnectionQualityIndicator,
  useIsSpeaking,
  useParticipantInfo,
  useTrackMutedIndicator,
} from "@livekit/components-react";
import { ConnectionQuality, LocalVideoTrack, Track } from "livekit-client";
import { MicOff, MonitorUp, SignalLow } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { pictureKey } from "@/components/call/connection/stills";
import { hueOf, initialsOf } from "@/components/call/person";
import { PersonMenu } from "@/components/call/person-menu";
import { PersonSlot } from "@/components/call/slots";
import type { Rect } from "./arrange";
import { Picture } from "./picture";

interface TileProps {
  trackRef: TrackReferenceOrPlaceholder;
  rect: Rect;
  /** The person's own small picture over the others. */
  isFloating?: boolean;
  /** The connection to this person is being made again. */
  isDimmed?: boolean;
}

/** Where a tile stands: it glides there, and is drawn on its own layer. */
function placeOf({ x, y, width, height }: Rect): CSSProperties {
  return { width, height, transform: `translate(${x}px, ${y}px)` };
}

const frame = "absolute top-0 left-0 overflow-hidden rounded-tile transition-transform";

/** One person on the stage. */
export function PersonTile({ trackRef, rect, isFloating = false, isDimmed = false }: TileProps) {
  const t = useTranslations("call");
  const { stills } = useCall();
  const { participant } = trackRef;
  const { name, identity } = useParticipantInfo({ participant });
  const isSpeaking = useIsSpeaking(participant);
  const { isMuted: isCameraOff } = useTrackMutedIndicator(trackRef);
  const { isMuted: isMicrophoneOff } = useTrackMutedIndicator({
    participant,
    source: Track.Source.Microphone,
  });
  const { quality } = useConnectionQualityIndicator({ participant });
  const key = pictureKey(participant.identity, Track.Source.Camera);
  const shown = name || identity || participant.identity;
  const label = participant.isLocal ? t("you", { name: shown }) : shown;
  const isPoor = quality === ConnectionQuality.Poor || quality === ConnectionQuality.Lost;
  const track = trackRef.publication?.track;
  const isMirrored =
    participant.isLocal &&
    !(
      track instanceof LocalVideoTrack &&
      track.mediaStreamTrack.getSettings().facingMode === "environment"
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      role="group"
      aria-label={label}
      data-tile="person"
      style={placeOf(rect)}
      className={`group ${frame} bg-raised ${isFloating ? "z-10 shadow-float" : ""}`}
    >
      <div className={`absolute inset-0 transition-opacity ${isDimmed ? "opacity-50" : ""}`}>
        <Initials
          name={shown}
          identity={participant.identity}
          isSpeaking={isSpeaking}
          rect={rect}
        />
        {(!isCameraOff || stills.of(key)) && (
          <Picture
            pictureKey={key}
            trackRef={trackRef}
            isWhole={false}
            isMirrored={isMirrored}
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
          {isFloating ? t("youShort") : label}
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
      <div className="on-picture absolute top-1 right-1 opacity-0 transition-opacity focus-within:opacity-100 group-hover:opacity-100 has-[[aria-expanded=true]]:opacity-100 pointer-coarse:opacity-100">
        <PersonMenu participant={participant} name={shown} className="bg-scrim" />
      </div>
      <div
        aria-hidden="true"
        className={`pointer-events-none absolute inset-0 rounded-[inherit] transition-[box-shadow] ${
          isSpeaking
            ? "shadow-[inset_0_0_0_3px_var(--accent)]"
            : "shadow-[inset_0_0_0_1px_oklch(1_0_0/0.06)]"
        }`}
      />
    </div>
  );
}

/** A screen that somebody shares; one's own is a note, or the picture would hold itself without end. */
export function ScreenTile({ trackRef, rect, isDimmed = false }: TileProps) {
  const t = useTranslations("call");
  const { participant } = trackRef;
  const { name } = useParticipantInfo({ participant });
  const shown = name || participant.identity;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      role="group"
      aria-label={participant.isLocal ? t("yourScreen") : t("screenOf", { name: shown })}
      data-tile="screen"
      style={placeOf(rect)}
      className={`${frame} bg-ink/8`}
    >
      {participant.isLocal ? (
        <div className="grid size-full place-content-center justify-items-center gap-3 p-4 text-center">
          <MonitorUp size={32} strokeWidth={1.5} aria-hidden="true" className="text-accent" />
          <p className="text-balance text-base">{t("yourScreenNote")}</p>
        </div>
      ) : (
        <>
          <div className={`absolute inset-0 transition-opacity ${isDimmed ? "opacity-50" : ""}`}>
            <Picture
              pictureKey={pictureKey(participant.identity, Track.Source.ScreenShare)}
              trackRef={trackRef}
              isWhole={true}
              isMirrored={false}
              placeRatio={rect.width / Math.max(1, rect.height)}
            />
          </div>
          <Caption>
            <MonitorUp size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
            <span dir="auto" className="truncate">
              {t("screenOf", { name: shown })}
            </span>
          </Caption>
        </>
      )}
    </div>
  );
}

function Caption({ children }: { children: ReactNode }) {
  return (
    <div className="on-picture absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-1.5 rounded-control bg-scrim px-2 py-0.5 font-medium text-on-stage text-sm">
      {children}
    </div>
  );
}

interface InitialsProps {
  name: string;
  identity: string;
  isSpeaking: boolean;
  rect: Rect;
}

function Initials({ name, identity, isSpeaking, rect }: InitialsProps) {
  const size = Math.round(Math.max(40, Math.min(160, Math.min(rect.width, rect.height) * 0.42)));
  const hue = hueOf(identity);
  return (
    <div
      aria-hidden="true"
      className="grid size-full place-items-center"
      style={{ background: `oklch(0.26 0.035 ${hue})` }}
    >
      <div
        className={`grid select-none place-items-center rounded-full font-medium transition-transform ${isSpeaking ? "scale-105" : ""}`}
        style={{
          width: size,
          height: size,
          fontSize: Math.round(size * 0.38),
          background: `oklch(0.5 0.11 ${hue})`,
          color: `oklch(0.97 0.02 ${hue})`,
        }}
      >
        {initialsOf(name)}
      </div>
    </div>
  );
}
