"use client";
import { useLocalParticipantPermissions } from "@livekit/components-react";
import type { PublishKind } from "@/lib/contract/participant";
import { type Permissions, permissionsFrom } from "./permissions";
import { useLastKnown } from "./use-last-known";
import { useSettings } from "./use-meeting-state";

/**
 * What this person may publish, as LiveKit enforces it; everything until it has said so. `why` tells
 * whether something is off for everybody or for this person alone.
 */
export function usePermissions(): {
  may: Permissions;
  why: (kind: PublishKind) => "everybody" | "you" | undefined;
} {
  const settings = useSettings();
  const heard = useLastKnown(useLocalParticipantPermissions());
  const may = heard
    ? permissionsFrom(heard)
    : { camera: true, microphone: true, screen_share: true };
  return {
    may,
    why: (kind) => (may[kind] ? undefined : settings.allow[kind] ? "you" : "everybody"),
  };
}
