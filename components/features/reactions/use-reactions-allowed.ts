"use client";
import type { RemoteParticipant } from "livekit-client";
import { useTranslations } from "use-intl";
import { useSettings } from "@/components/call/use-meeting-state";
import { roleOf, useOwnRole } from "@/components/call/use-role";

/** Who may react, as the meeting's settings say it now. Hosts always may. */
export function useReactionsAllowed() {
  const t = useTranslations("features.reactions");
  const { reactions: isOn } = useSettings().allow;
  const { isModerator } = useOwnRole();
  return {
    /** Why this person may not, as a sentence. */
    unavailable: isOn || isModerator ? undefined : t("notAllowed"),
    mayReact: (from: RemoteParticipant) => isOn || roleOf(from) !== "participant",
  };
}
