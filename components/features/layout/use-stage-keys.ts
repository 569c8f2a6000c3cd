"use client";
import { useRoomContext } from "@livekit/components-react";
import { Track } from "livekit-client";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { pictureKey } from "@/components/call/connection/stills";
import { largestTile, tileAtHand } from "@/components/call/stage/at-hand";
import { useStageView } from "@/components/call/stage/stage-view";
import { useShortcut } from "@/components/call/use-shortcut";
import { useChoice } from "@/components/call/use-switch";
import { type SaidToast, useToast } from "@/components/ui/toast";
import { choices } from "@/lib/client/preferences";
import { usePip } from "./pip-provider";

/** The keys of the stage, and what they do. */
export function useStageKeys(): void {
  const t = useTranslations("features.layout");
  const toast = useToast();
  const said = useRef<SaidToast>(undefined);
  const room = useRoomContext();
  const [view, choose] = useChoice("view");
  const { pinned, togglePin, page, turnTo, toggleFilling } = useStageView();
  const { toggle: togglePip } = usePip();

  useShortcut("l", () => {
    const next = choices.view[(choices.view.indexOf(view) + 1) % choices.view.length] ?? view;
    choose(next);
    // Said once, however often it is pressed.
    said.current?.dismiss();
    said.current = toast({ text: t("nowIs", { view: t(`views.${next}`) }) });
  });
  useShortcut("x", () => {
    const speaker = room.activeSpeakers.find(({ isLocal }) => !isLocal);
    const ofSpeaker = speaker && pictureKey(speaker.identity, Track.Source.Camera);
    const key = tileAtHand() ?? pinned ?? ofSpeaker;
    if (key !== undefined) togglePin(key);
  });
  useShortcut("f", () => {
    const key = tileAtHand() ?? largestTile();
    if (key !== undefined) toggleFilling(key);
  });
  useShortcut("i", togglePip);
  useShortcut("n", () => turnTo(page + 1));
  useShortcut("b", () => turnTo(page - 1));
}
