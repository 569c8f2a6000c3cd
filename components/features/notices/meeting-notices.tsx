"use client";
import { useRoomContext } from "@livekit/components-react";
import { DisconnectReason, type RemoteParticipant, RoomEvent } from "livekit-client";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { isReadOut } from "@/components/call/use-announce";
import { useHostAct } from "@/components/call/use-host-act";
import { useLookAgain } from "@/components/call/use-look-again";
import { useSettings } from "@/components/call/use-meeting-state";
import { useOwnRole } from "@/components/call/use-role";
import { useToast } from "@/components/ui/toast";
import type { Settings } from "@/lib/contract/settings";

const told = ["locked", "lobby"] as const;

/** Says to hosts what another of them did: locked the meeting, removed somebody. */
export function MeetingNotices() {
  const t = useTranslations("features.notices");
  const toast = useToast();
  const room = useRoomContext();
  const { phase } = useCall();
  const { isModerator } = useOwnRole();
  const { isPending } = useHostAct();
  const settings = useSettings();
  const before = useRef<Settings>(undefined);

  const tell = (text: string) => toast({ text, isQuiet: !isReadOut("host") });
  useLookAgain(phase === "in-call" ? settings : undefined, () => {
    if (phase !== "in-call") return;
    const known = before.current;
    before.current = settings;
    if (!known || !isModerator) return;
    for (const key of told) {
      // Who pressed the switch sees it.
      if (known[key] === settings[key] || isPending(`settings:${key}`)) continue;
      tell(t(`${key}.${settings[key] ? "on" : "off"}`));
    }
  });
  const gone = useEffectEvent((person: RemoteParticipant, reason?: DisconnectReason) => {
    const { identity, name } = person;
    if (!isModerator || reason !== DisconnectReason.PARTICIPANT_REMOVED) return;
    if (!isPending(`remove:${identity}`)) tell(t("removed", { name: name || identity }));
  });

  useEffect(() => {
    const hear = (person: RemoteParticipant, reason?: DisconnectReason) => gone(person, reason);
    room.on(RoomEvent.ParticipantDisconnected, hear);
    return () => void room.off(RoomEvent.ParticipantDisconnected, hear);
  }, [room]);
  return null;
}
