"use client";
import {
  useParticipantInfo,
  useParticipants,
  useTrackMutedIndicator,
} from "@livekit/components-react";
import { type Participant, Track } from "livekit-client";
import { Hand, Mic, MicOff, Video, VideoOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { PanelFrame } from "@/components/call/panel-frame";
import { hueOf, initialsOf } from "@/components/call/person";
import { PersonMenu } from "@/components/call/person-menu";
import { Slot } from "@/components/call/slots";
import { useFactsOf } from "@/components/call/use-role";
import { inListOrder } from "./list-order";

export function ParticipantsPanel() {
  const t = useTranslations("features.participants");
  const people = useParticipants();
  return (
    <PanelFrame title={t("count", { count: people.length })}>
      <Slot name="PeopleSection" />
      <ul aria-label={t("count", { count: people.length })}>
        {inListOrder(people).map((person) => (
          <Person key={person.identity} person={person} />
        ))}
      </ul>
    </PanelFrame>
  );
}

function Person({ person }: { person: Participant }) {
  const t = useTranslations("features.participants");
  const { name, identity } = useParticipantInfo({ participant: person });
  const { role, hand_raised_at: handRaisedAt } = useFactsOf(person);
  const microphone = useTrackMutedIndicator({
    participant: person,
    source: Track.Source.Microphone,
  });
  const camera = useTrackMutedIndicator({ participant: person, source: Track.Source.Camera });
  const shown = name || identity || person.identity;
  const hue = hueOf(person.identity);
  return (
    <li className="flex min-h-12 items-center gap-3 rounded-control px-2 py-1">
      <span
        aria-hidden="true"
        className="grid size-8 shrink-0 place-items-center rounded-full font-medium text-xs"
        style={{ background: `oklch(0.5 0.11 ${hue})`, color: `oklch(0.97 0.02 ${hue})` }}
      >
        {initialsOf(shown)}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm">
          {person.isLocal ? t("you", { name: shown }) : shown}
        </span>
        {role !== "participant" && <span className="block text-ink-soft text-xs">{t(role)}</span>}
      </span>
      {handRaisedAt !== undefined && (
        <>
          <Hand size={18} strokeWidth={1.75} aria-hidden="true" className="text-caution" />
          <span className="sr-only">{t("handRaised")}</span>
        </>
      )}
      {microphone.isMuted ? (
        <>
          <MicOff size={18} strokeWidth={1.75} aria-hidden="true" className="text-ink-soft" />
          <span className="sr-only">{t("microphoneOff")}</span>
        </>
      ) : (
        <Mic size={18} strokeWidth={1.75} aria-hidden="true" />
      )}
      {camera.isMuted ? (
        <>
          <VideoOff size={18} strokeWidth={1.75} aria-hidden="true" className="text-ink-soft" />
          <span className="sr-only">{t("cameraOff")}</span>
        </>
      ) : (
        <Video size={18} strokeWidth={1.75} aria-hidden="true" />
      )}
      <PersonMenu participant={person} name={shown} className="-mr-2" />
    </li>
  );
}
