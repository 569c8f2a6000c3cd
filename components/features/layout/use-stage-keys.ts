"use client";
import { useRoomContext } from "@livekit/components-react";
import { Track } from "livekit-client";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { identityOf, pictureKey } from "@/components/call/connection/stills";
import { isOnStage, largestTile, tileAtHand } from "@/components/call/stage/at-hand";
import { useStageActs } from "@/components/call/stage/stage-view";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";
import { useChoice, useSwitch } from "@/components/call/use-switch";
import { type SaidToast, useToast } from "@/components/ui/toast";
import { nextChoice } from "@/lib/client/preferences";
import { usePip } from "./pip-provider";
import { useSpotlight } from "./use-spotlight";

/** The keys of the stage, and what they do. */
export function useStageKeys(): void {
  const room = useRoomContext();
  const say = useSaidOnce();
  const { isModerator } = useOwnRole();
  const { looks, toggleFilling } = useStageActs();
  const { toggle: togglePip } = usePip();
  const spotlight = useSpotlight();
  const speakersTile = () => {
    const speaker = room.activeSpeakers.find(({ isLocal }) => !isLocal);
    return speaker && pictureKey(speaker.identity, Track.Source.Camera);
  };

  /** The one that is pinned, unless its person is gone, or shares nothing any more. */
  const pinnedTile = () => {
    const { pinned } = looks.now();
    return pinned !== undefined && isOnStage(pinned) ? pinned : undefined;
  };

  useShortcut("x", () => {
    const key = tileAtHand() ?? pinnedTile() ?? speakersTile();
    if (key !== undefined) looks.togglePin(key);
  });
  useShortcut("shift+x", () => {
    if (!isModerator) return;
    const atHand = tileAtHand();
    // Nobody meant in particular: what was done before is undone.
    const key = atHand ?? pinnedTile() ?? speakersTile();
    const undone = atHand === undefined ? spotlight.spotlit : undefined;
    const identity = undone ?? (key === undefined ? undefined : identityOf(key));
    if (identity !== undefined) spotlight.toggle(identity);
  });
  useShortcut("f", () => {
    const key = tileAtHand() ?? largestTile();
    if (key !== undefined) toggleFilling(key);
  });
  useShortcut("e", () => {
    const key = tileAtHand() ?? largestTile();
    if (key !== undefined) looks.openMenu(key);
  });
  useShortcut("i", togglePip);
  useShortcut("n", () => looks.turnTo(looks.now().page + 1));
  useShortcut("b", () => looks.turnTo(looks.now().page - 1));
  usePreferenceKeys(say);
}

/** Those that change how this person likes it in every call. */
function usePreferenceKeys(say: (text: string) => void): void {
  const t = useTranslations("features.layout");
  const [view, choose] = useChoice("view");
  const [corner, setCorner] = useChoice("selfCorner");
  const [isSelfShown, showSelf] = useSwitch("showSelf");
  const [isMirrored, mirror] = useSwitch("mirrorSelf");
  const [isEveryoneShown, showEveryone] = useSwitch("showWithoutVideo");
  const sayIs = (what: string, isOn: boolean) => say(t(isOn ? "isOn" : "isOff", { what }));

  useShortcut("l", () => {
    const next = nextChoice("view", view);
    choose(next);
    say(t("nowIs", { view: t(`views.${next}`) }));
  });
  useShortcut("y", () => {
    showSelf(!isSelfShown);
    sayIs(t("showSelf"), !isSelfShown);
  });
  useShortcut("w", () => {
    showEveryone(!isEveryoneShown);
    sayIs(t("showWithoutVideo"), !isEveryoneShown);
  });
  useShortcut("layout.mirrorShortcut", () => {
    mirror(!isMirrored);
    sayIs(t("mirrorSelf"), !isMirrored);
  });
  useShortcut("layout.moveSelf", () => setCorner(nextChoice("selfCorner", corner)));
}

/** Says something in place of what it said before, however often a key is pressed. */
function useSaidOnce(): (text: string) => void {
  const toast = useToast();
  const said = useRef<SaidToast>(undefined);
  return (text) => {
    said.current?.dismiss();
    said.current = toast({ text });
  };
}
