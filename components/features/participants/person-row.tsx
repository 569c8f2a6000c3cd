"use client";
import { type Participant, Track } from "livekit-client";
import { AudioLines, Hand, Mic, MicOff, Video, VideoOff } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/call/avatar";
import { PersonMenu } from "@/components/call/person-menu";
import { useIsOff } from "@/components/call/use-is-off";
import { useIsSpeaking, useNameOf } from "@/components/call/use-of-person";
import { useFactsOf } from "@/components/call/use-role";

const mark = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

/** Somebody in the list, drawn anew only when something about them changes. */
export const PersonRow = memo(function PersonRow({ person }: { person: Participant }) {
  const t = useTranslations("features.participants");
  const shown = useNameOf(person);
  const { role, hand_raised_at: handRaisedAt } = useFactsOf(person);
  const isCameraOff = useIsOff(person, Track.Source.Camera);
  return (
    <li className="flex min-h-12 items-center gap-2.5 rounded-control px-2 py-1">
      <Avatar identity={person.identity} name={shown} className="size-8 text-xs" />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate text-sm">
          {person.isLocal ? t("you", { name: shown }) : shown}
        </span>
        {role !== "participant" && <span className="block text-ink-soft text-xs">{t(role)}</span>}
      </span>
      {handRaisedAt !== undefined && (
        <>
          <Hand {...mark} className="text-caution" />
          <span className="sr-only">{t("handRaised")}</span>
        </>
      )}
      <Voice person={person} />
      {isCameraOff ? (
        <>
          <VideoOff {...mark} className="text-ink-soft" />
          <span className="sr-only">{t("cameraOff")}</span>
        </>
      ) : (
        <Video {...mark} />
      )}
      <PersonMenu participant={person} name={shown} className="-mx-2" />
    </li>
  );
});

/** Apart, since it changes with every word. */
function Voice({ person }: { person: Participant }) {
  const t = useTranslations("features.participants");
  const isSpeaking = useIsSpeaking(person);
  if (useIsOff(person, Track.Source.Microphone)) {
    return (
      <>
        <MicOff {...mark} className="text-ink-soft" />
        <span className="sr-only">{t("microphoneOff")}</span>
      </>
    );
  }
  if (!isSpeaking) return <Mic {...mark} />;
  return (
    <>
      <AudioLines {...mark} className="text-accent-strong" />
      <span className="sr-only">{t("speaking")}</span>
    </>
  );
}
