"use client";
import { useTracks } from "@livekit/components-react";
import { Track } from "livekit-client";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useAnnounce } from "@/components/call/use-announce";
import { useOthers } from "@/components/call/use-everyone";
import { useLookAgain } from "@/components/call/use-look-again";
import { useTogether } from "@/components/call/use-together";
import { changesBetween, namesOrCount, type Someone } from "./changes";

/** With more people than this somebody comes or goes all the time: that is said together, now and then. */
const mostForEach = 12;
const togetherMs = 5_000;

/** Says to screen readers what others see happen: who came, who went, who shares a screen. */
export function Announcer() {
  const t = useTranslations("features.announce");
  const { phase, held } = useCall();
  // While the connection is made again everybody seems to go and come: that is no news.
  const isSettled = phase === "in-call" && held.length === 0;
  const people = useOthers().map(
    ({ identity, name }): Someone => ({ identity, name: name || identity }),
  );
  const isLarge = people.length > mostForEach;
  const screens = useTracks([Track.Source.ScreenShare], { onlySubscribed: false })
    .filter(({ participant }) => !participant.isLocal)
    .map(({ participant: { identity, name } }): Someone => ({ identity, name: name || identity }));
  const known = useRef<{ people: Someone[]; screens: Someone[] }>(undefined);
  const announce = useAnnounce();
  const say = (sentences: readonly string[]) => {
    if (sentences.length > 0) announce("people", sentences.join(". "));
  };

  const sayPeople = () => {
    // What is not settled is looked at again when it is.
    if (!isSettled || !known.current) return;
    const { came, went } = changesBetween(known.current.people, people);
    known.current = { ...known.current, people };
    const words = (which: "joined" | "left", those: readonly Someone[]) => {
      const said = namesOrCount(those, isLarge ? 1 : mostForEach);
      if ("count" in said) return [t(`${which}Together`, said)];
      return said.names.map((name) => t(which, { name }));
    };
    say([...words("joined", came), ...words("left", went)]);
  };
  const sayPeopleLater = useTogether<void>(togetherMs, sayPeople);
  const seen = JSON.stringify([people, screens]);
  useLookAgain(isSettled && seen, () => {
    if (!isSettled) return;
    const before = known.current;
    known.current = { people: before?.people ?? people, screens };
    if (!before) return;
    if (isLarge) sayPeopleLater();
    else sayPeople();
    const { came, went } = changesBetween(before.screens, screens);
    say([
      ...came.map(({ name }) => t("shares", { name })),
      ...went.map(({ name }) => t("stopped", { name })),
    ]);
  });

  return null;
}
