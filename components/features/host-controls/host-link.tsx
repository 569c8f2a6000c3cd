"use client";
import { Copy, KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/call/confirm-dialog";
import { useHostAct } from "@/components/call/use-host-act";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { newHostKey } from "@/lib/client/api";
import { copyText } from "@/lib/client/copy-text";
import { PanelSection } from "./panel-section";
import { useAsked } from "./use-asked";

/** A link that makes another browser host. It is shown once; the one before stops working. */
export function HostLink() {
  const t = useTranslations("features.host-controls");
  const toast = useToast();
  const { run, isPending } = useHostAct();
  const [isAsking, setIsAsking] = useState(false);
  const [link, setLink] = useState<string>();
  useAsked("hostLink", () => setIsAsking(true));

  const make = () =>
    void run("host-link", async ({ meetingId, as }) => {
      const { host_url } = await newHostKey(meetingId, as);
      setLink(host_url);
    });
  const copy = async (url: string) => {
    toast({ text: t((await copyText(url)) ? "hostLink.copied" : "notCopied") });
  };
  return (
    <PanelSection title={t("hostLink.title")}>
      <div className="grid gap-2">
        <p className="text-ink-soft text-sm">
          {t(link === undefined ? "hostLink.hint" : "hostLink.once")}
        </p>
        {link === undefined ? (
          <Button
            icon={<KeyRound size={18} strokeWidth={1.75} aria-hidden="true" />}
            isPending={isPending("host-link")}
            onClick={() => setIsAsking(true)}
          >
            {t("hostLink.make")}
          </Button>
        ) : (
          <>
            <input
              readOnly
              aria-label={t("hostLink.title")}
              value={link}
              onFocus={(event) => event.currentTarget.select()}
              className="h-10 w-full min-w-0 rounded-control border border-edge-strong bg-surface px-3 text-sm"
            />
            <Button
              autoFocus
              icon={<Copy size={18} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => void copy(link)}
            >
              {t("hostLink.copy")}
            </Button>
          </>
        )}
      </div>
      <ConfirmDialog
        title={t("hostLink.ask")}
        text={t("hostLink.askText")}
        confirmLabel={t("hostLink.make")}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={make}
      />
    </PanelSection>
  );
}
