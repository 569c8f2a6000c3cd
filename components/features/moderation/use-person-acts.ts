"use client";
import type { Participant } from "livekit-client";
import { useTranslations } from "use-intl";
import { useHostAct } from "@/components/call/use-host-act";
import type { ToastMessage } from "@/components/ui/toast";
import { updateParticipant } from "@/lib/client/api";
import type { PublishKind, Role, UpdateParticipantRequest } from "@/lib/contract/participant";

/** What a host does about somebody: each a request to our server, which decides. */
export function usePersonActs(participant: Participant, role: Role) {
  const t = useTranslations("features.moderation");
  const { run } = useHostAct();
  const { identity } = participant;
  const name = participant.name || identity;
  const update = (key: string, change: UpdateParticipantRequest, done?: ToastMessage) =>
    void run(
      `${key}:${identity}`,
      ({ meetingId, as }) => updateParticipant(meetingId, identity, change, as),
      { wish: JSON.stringify(change), ...(done ? { done } : {}) },
    );

  return {
    turnOff: (kind: PublishKind) => update(`mute:${kind}`, { muted: [kind] }),
    askToUnmute: () => update("ask", { ask_to_unmute: true }, { text: t("asked", { name }) }),
    lowerHand: () => update("hand", { hand_raised: false }),
    giveRole: (next: Role) =>
      update(
        "role",
        { role: next },
        {
          // The way back gives the role again, and not the link.
          text: t(role === "host" && next !== "host" ? `noHostAnyMore.${next}` : `became.${next}`, {
            name,
          }),
          action: { label: t("undo"), onSelect: () => update("role", { role }) },
        },
      ),
    /** As the meeting allows everybody, unless that is not what is wanted for this one. */
    allow: (kind: PublishKind, isAllowed: boolean, isAllowedToAll: boolean) =>
      update("allow", { allow: { [kind]: isAllowed === isAllowedToAll ? null : isAllowed } }),
  };
}
