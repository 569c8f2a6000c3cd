"use client";
import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { useInvitation } from "@/components/call/use-invitation";
import { Button } from "@/components/ui/button";
import { PanelSection } from "./panel-section";

/** What to send to whoever should come, ready to be pasted; the passcode is in it where there is one. */
export function Invitation() {
  const t = useTranslations("features.host-controls");
  const { text, copy } = useInvitation();
  return (
    <PanelSection title={t("invitation.title")}>
      <div className="grid gap-2">
        <textarea
          readOnly
          aria-label={t("invitation.title")}
          value={text}
          rows={3}
          onFocus={(event) => event.currentTarget.select()}
          className="w-full min-w-0 resize-none rounded-control border border-edge-strong bg-surface px-3 py-2 text-sm"
        />
        <Button icon={<Copy size={18} strokeWidth={1.75} aria-hidden="true" />} onClick={copy}>
          {t("invitation.copy")}
        </Button>
      </div>
    </PanelSection>
  );
}
