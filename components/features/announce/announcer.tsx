"use client";
import { useTracks } from "@livekit/components-react";
import { Track } from "livekit-client";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useAnnounce } from "@/components/call/use-announce";
import { useOthers } from "@/components/call/use-everyone";
import { changesBetween, type Someone } from "./changes";

/** In a larger meeting coming and going is not news. */
const mostForNews = 12;

/** Says to screen readers what others see happen: who came, who went, who shares a screen. */
export function Announcer() {
  const t = useTranslations("features.announce");
  const { phase, held } = useCall();
  // While the connection is made again everybody seems to go and come: that is no news either.
  const isSettled = phase === "in-call" && held.length === 0;
  const people = useOthers().map(
    ({ identity, name }): Someone => ({ identity, name: name || identity }),
  );
  const screens = useTracks([Track.Source.ScreenShare], { onlySubscribed: false })
    .filter(({ participant }) => !participant.isLocal)
    .map(({ participant: { identity, name } }): Someone => ({ identity, name: name || identity }));
  const known = useRef<{ people: Someone[]; screens: Someone[] }>(undefined);
  const announce = useAnnounce();

  const look = useEffectEvent(() => {
    const before = known.current;
    known.current = { people, screens };
    if (!before) return;
    const sentences: string[] = [];
    const sharing = changesBetween(before.screens, screens);
    if (people.length <= mostForNews) {
      const { came, went } = changesBetween(before.people, people);
      sentences.push(...came.map(({ name }) => t("joined", { name })));
      sentences.push(...went.map(({ name }) => t("left", { name })));
    }
    sentences.push(...sharing.came.map(({ name }) => t("shares", { name })));
    sentences.push(...sharing.went.map(({ name }) => t("stopped", { name })));
    if (sentences.length > 0) announce("people", sentences.join(". "));
  });

  const seen = JSON.stringify([people, screens]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` is what `look` looks at.
  useEffect(() => {
    if (isSettled) look();
  }, [isSettled, seen]);
  return null;
}
