"use client";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { fieldClass } from "@/components/ui/text-field";
import { copyText } from "@/lib/client/copy-text";
import { PlanningWords } from "./planning-words";
import { useFailure } from "./use-failure";

interface HostLinkDialogProps {
  meetingId: string;
  title: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Makes a link that makes another browser host, once it was said that the one before stops working. */
export function HostLinkDialog(props: HostLinkDialogProps) {
  return (
    <PlanningWords>
      <HostLink {...props} />
    </PlanningWords>
  );
}

function HostLink({ meetingId, title, isOpen, onClose }: HostLinkDialogProps) {
  const t = useTranslations("planning");
  const failure = useFailure();
  const [isPending, setIsPending] = useState(false);
  const [link, setLink] = useState<string>();
  const [isCopied, setIsCopied] = useState(false);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (link === undefined) return;
    field.current?.focus();
    field.current?.select();
  }, [link]);

  const make = async () => {
    setIsPending(true);
    setError(undefined);
    try {
      const { newHostKey } = await import("@/lib/client/api");
      const { host_url } = await newHostKey(meetingId);
      setIsCopied(await copyText(host_url));
      setLink(host_url);
    } catch (problem) {
      setError(failure("hostLink", problem));
    }
    setIsPending(false);
  };

  return (
    <Dialog title={t("hostLink.title")} closeLabel={t("close")} isOpen={isOpen} onClose={onClose}>
      {link === undefined ? (
        <div className="grid gap-4">
          <p className="break-words text-pretty">{t("hostLink.text", { title })}</p>
          <p className="text-pretty text-ink-soft">{t("hostLink.warning")}</p>
          {error !== undefined && (
            <p role="alert" className="text-danger text-sm">
              {error}
            </p>
          )}
          <div className="flex flex-wrap gap-2 pt-1">
            <Button
              variant="primary"
              isPending={isPending}
              onClick={() => void make()}
              className="max-sm:w-full"
            >
              {t("hostLink.make")}
            </Button>
            <Button onClick={onClose} className="max-sm:w-full">
              {t("cancel")}
            </Button>
          </div>
        </div>
      ) : (
        <div className="grid gap-4">
          <input
            ref={field}
            readOnly
            value={link}
            aria-label={t("hostLink.field")}
            onFocus={(event) => event.currentTarget.select()}
            className={fieldClass}
          />
          <p role="status" className={isCopied ? "text-ink-soft" : "text-caution"}>
            {t(isCopied ? "hostLink.copied" : "hostLink.byHand")}
          </p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="plain" onClick={() => void copyText(link).then(setIsCopied)}>
              {t("hostLink.copyAgain")}
            </Button>
            <Button variant="primary" onClick={onClose}>
              {t("done")}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
