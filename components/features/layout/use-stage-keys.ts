"use client";
import { useRoomContext } from "@livekit/components-react";
import { Track } from "livekit-client";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { identityOf, pictureKey } from "@/components/call/connection/stills";
import { largestTile, tileAtHand } from "@/components/call/stage/at-hand";
import { useStageView } from "@/components/call/stage/stage-view";
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
  const { pinned, togglePin, page, turnTo, toggleFilling, openMenu } = useStageView();
  const { toggle: togglePip } = usePip();
  const spotlight = useSpotlight();
  const speakersTile = () => {
    const speaker = room.activeSpeakers.find(({ isLocal }) => !isLocal);
    return speaker && pictureKey(speaker.identity, Track.Source.Camera);
  };

  useShortcut("x", () => {
    const key = tileAtHand() ?? pinned ?? speakersTile();
    if (key !== undefined) togglePin(key);
  });
  useShortcut("shift+x", () => {
    if (!isModerator) return;
    const atHand = tileAtHand();
    // Nobody meant in particular: what was done before is undone.
    const key = atHand ?? pinned ?? speakersTile();
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
    if (key !== undefined) openMenu(key);
  });
  useShortcut("i", togglePip);
  useShortcut("n", () => turnTo(page + 1));
  useShortcut("b", () => turnTo(page - 1));
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
