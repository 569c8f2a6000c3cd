"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import type { Permissions } from "@/components/call/permissions";
import { usePermissions } from "@/components/call/use-permissions";
import { useOwnRole } from "@/components/call/use-role";
import { useToast } from "@/components/ui/toast";
import type { Role } from "@/lib/contract/participant";

const kinds = ["microphone", "camera", "screen_share"] as const;

/** Role and permissions come in the same message, and settle within a moment of each other. */
const settleMs = 250;

/** Says what one is now, and what one may no longer do, or may again. */
export function OwnNotices() {
  const t = useTranslations("features.notices");
  const toast = useToast();
  const { phase, entry } = useCall();
  const { role } = useOwnRole();
  const { may, why } = usePermissions();
  // Who is made host in the moment of coming in is told so, too: what one came in as, join has answered.
  const before = useRef<{ role: Role; may?: Permissions }>({ role: entry.joined.role });

  const look = useEffectEvent(() => {
    const known = before.current;
    before.current = { role, may };
    const sentences: string[] = [];
    if (known.role !== role) sentences.push(t(`role.${role}`));
    for (const kind of kinds) {
      if (!known.may || known.may[kind] === may[kind]) continue;
      // A new host knows that hosts may.
      if (may[kind] && role !== "participant") continue;
      sentences.push(t(`${kind}.${why(kind) ?? "again"}`));
    }
    if (sentences.length > 0) toast({ text: sentences.join(" ") });
  });
  const seen = JSON.stringify([role, may]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` is what `look` looks at.
  useEffect(() => {
    if (phase !== "in-call") return;
    const timer = setTimeout(() => look(), settleMs);
    return () => clearTimeout(timer);
  }, [phase, seen]);
  return null;
}
