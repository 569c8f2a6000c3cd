"use client";
import { useTranslations } from "use-intl";
import { useInvitation } from "@/components/call/use-invitation";
import { InvitationActions } from "./invitation-actions";

/** For the first one in: the link, ready to be sent. */
export function AloneCard() {
  const t = useTranslations("features.invite");
  const { url } = useInvitation();
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
      <InvitationActions isMain={true} />
    </section>
  );
}
