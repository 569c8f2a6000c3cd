"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** Copies the meeting's link; where the browser does not let pages copy, shows it for copying by hand. */
export function CopyLink({ url }: { url: string }) {
  const t = useTranslations("meeting");
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("idle"), 2_500);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setState("copied");
    } catch {
      setState("refused");
    }
  }

  if (state === "refused") {
    return (
      <label className="grid gap-1 text-ink-soft text-sm">
        {t("copyByHand")}
        <input
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
          className="h-9 w-full rounded-control border border-edge-strong bg-surface px-2 text-ink"
        />
      </label>
    );
  }
  const icon = state === "copied" ? Check : Copy;
  const Icon = icon;
  return (
    <>
      <Button
        variant="plain"
        className="-mx-2 px-2! text-ink-soft"
        icon={<Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => void copy()}
      >
        {t(state === "copied" ? "linkCopied" : "copyLink")}
      </Button>
      <span role="status" className="sr-only">
        {state === "copied" ? t("linkCopied") : ""}
      </span>
    </>
  );
}
