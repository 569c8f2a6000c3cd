"use client";
import { useRoomContext } from "@livekit/components-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { useAnnounce } from "@/components/call/use-announce";
import { useMeetingState } from "@/components/call/use-meeting-state";

/** Tells screen readers whom a host shows to everybody, when that changes. */
export function SpotlightNews() {
  const t = useTranslations("features.layout");
  const announce = useAnnounce();
  const room = useRoomContext();
  const state = useMeetingState();
  const spotlight = state?.spotlight;
  const told = useRef<string | null>(undefined);

  const changed = useEffectEvent((identity: string | null) => {
    const before = told.current;
    told.current = identity;
    // What was so when one came in is no news.
    if (before === undefined || before === identity) return;
    if (identity === null) {
      announce("host", t("spotlightOff"));
      return;
    }
    const person = room.getParticipantByIdentity(identity);
    if (person?.isLocal) announce("own", t("spotlightOnYou"));
    else if (person) announce("host", t("spotlightOn", { name: person.name || identity }));
  });
  useEffect(() => {
    if (spotlight !== undefined) changed(spotlight);
  }, [spotlight]);
  return null;
}
