"use client";
import { Copy, Share2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useInvitation } from "@/components/call/use-invitation";
import { useMeetingTitle } from "@/components/call/use-meeting-state";
import { Button } from "@/components/ui/button";

/** For the first one in: the link, ready to be sent. */
export function AloneCard() {
  const t = useTranslations("features.invite");
  const title = useMeetingTitle();
  const { url, text, copy } = useInvitation();
  const [canShare, setCanShare] = useState(false);
  useEffect(() => setCanShare(typeof navigator.share === "function"), []);
  // Closing the system's sheet rejects, and is nobody's mistake.
  const share = () =>
    void navigator
      .share({ text, url, ...(title === undefined ? {} : { title }) })
      .catch(() => undefined);
  return (
    <section
      aria-labelledby="alone-title"
      className="absolute bottom-13 left-2 z-10 grid w-96 animate-rise gap-3 rounded-dialog border border-edge bg-raised/95 p-5 text-ink shadow-float max-sm:static max-sm:w-full [@media(max-height:32rem)]:static [@media(max-height:32rem)]:self-center sm:[@media(max-height:32rem)]:w-80"
    >
      <div>
        <h2 id="alone-title" className="font-semibold text-base">
          {t("aloneTitle")}
        </h2>
        <p className="text-ink-soft text-sm">{t("aloneText")}</p>
      </div>
      <input
        readOnly
        aria-label={t("link")}
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className="h-10 w-full min-w-0 rounded-control border border-edge-strong bg-surface px-3 text-ink text-sm"
      />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={copy}
          className="grow"
          icon={<Copy size={18} strokeWidth={1.75} aria-hidden="true" />}
        >
          {t("copy")}
        </Button>
        {canShare && (
          <Button onClick={share} icon={<Share2 size={18} strokeWidth={1.75} aria-hidden="true" />}>
            {t("share")}
          </Button>
        )}
      </div>
    </section>
  );
}
