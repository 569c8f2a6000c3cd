"use client";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { HostLinkState } from "./use-host-link";

const icon = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

const lines = {
  asking: { text: "asking", mark: <Spinner className="size-4.5" /> },
  "is-host": { text: "isHost", mark: <ShieldCheck {...icon} className="text-good" /> },
  replaced: { text: "replaced", mark: <ShieldAlert {...icon} className="text-caution" /> },
  failed: { text: "failed", mark: <ShieldAlert {...icon} className="text-caution" /> },
} as const satisfies Record<Exclude<HostLinkState, "none">, object>;

/** What became of the host link this page was opened with. */
export function HostLine({ state, onRetry }: { state: HostLinkState; onRetry: () => void }) {
  const t = useTranslations("meeting.hostLink");
  const line = state === "none" ? undefined : lines[state];
  return (
    <div role="status" className="grid justify-items-start gap-2 empty:hidden">
      {line && (
        <p className="flex gap-2 text-pretty text-sm [&>svg]:mt-px [&>svg]:shrink-0">
          {line.mark}
          {t(line.text)}
        </p>
      )}
      {state === "failed" && <Button onClick={onRetry}>{t("tryAgain")}</Button>}
    </div>
  );
}
