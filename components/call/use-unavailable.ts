"use client";
import { useTranslations } from "use-intl";
import type { PublishKind } from "@/lib/contract/participant";
import { usePermissions } from "./use-permissions";

/** Why this person may not publish something now, as a sentence; undefined where they may. */
export function useUnavailable(kind: PublishKind): string | undefined {
  const t = useTranslations("call.notAllowed");
  const { why } = usePermissions();
  const reason = why(kind);
  return reason && t(`${kind}.${reason}`);
}
