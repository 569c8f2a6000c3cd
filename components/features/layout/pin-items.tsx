"use client";
import { type Participant, Track } from "livekit-client";
import { Pin, PinOff, Star, StarOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { pictureKey } from "@/components/call/connection/stills";
import { useIsPinned, useStageActs } from "@/components/call/stage/stage-view";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { MenuItem } from "@/components/ui/menu";
import { useSpotlight } from "./use-spotlight";

const mark = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

function PinItem({ tileKey }: { tileKey: string }) {
  const t = useTranslations("features.layout");
  const shortcut = useShortcutKey("x");
  const { looks } = useStageActs();
  const isPinned = useIsPinned(tileKey);
  return (
    <MenuItem
      icon={isPinned ? <PinOff {...mark} /> : <Pin {...mark} />}
      shortcut={shortcut}
      onSelect={() => looks.togglePin(tileKey)}
    >
      {t(isPinned ? "unpin" : "pin")}
    </MenuItem>
  );
}

/** In a person's menu: large for me; for hosts, large for everybody. */
export function PersonPinItems({ participant }: { participant: Participant }) {
  const t = useTranslations("features.layout");
  const { isModerator } = useOwnRole();
  const shortcut = useShortcutKey("shift+x");
  const { spotlit, toggle } = useSpotlight();
  const { identity } = participant;
  const isSpotlit = spotlit === identity;
  return (
    <>
      <PinItem tileKey={pictureKey(identity, Track.Source.Camera)} />
      {isModerator && (
        <MenuItem
          icon={isSpotlit ? <StarOff {...mark} /> : <Star {...mark} />}
          shortcut={shortcut}
          onSelect={() => toggle(identity)}
        >
          {t(isSpotlit ? "endSpotlight" : "spotlight")}
        </MenuItem>
      )}
    </>
  );
}

/** In a screen's menu. */
export function ScreenPinItem({ participant }: { participant: Participant }) {
  return <PinItem tileKey={pictureKey(participant.identity, Track.Source.ScreenShare)} />;
}
