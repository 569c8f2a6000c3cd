"use client";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { useInvitation } from "./use-invitation";

const QrCode = lazy(() => import("@/components/ui/qr-code"));

/** The meeting's link for a camera, large; from a host the passcode beside it, which is not in the link. */
export function InvitationQr({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("call");
  const { url, passcode } = useInvitation();
  return (
    <Dialog
      title={t("invitation.qrTitle")}
      closeLabel={t("closePanel")}
      isOpen={isOpen}
      onClose={onClose}
    >
      <div className="grid justify-items-center gap-4 text-center">
        <div className="grid aspect-square w-[min(18rem,100%)] place-items-center">
          {isOpen && (
            <Suspense fallback={<Spinner label={t("invitation.qrComing")} />}>
              <QrCode text={url} label={t("invitation.qrLabel")} />
            </Suspense>
          )}
        </div>
        <p className="text-balance text-ink-soft text-sm">{t("invitation.qrHint")}</p>
        <p className="select-all break-all font-medium text-sm">{url}</p>
        {passcode !== undefined && (
          <p className="select-all text-sm">{t("invitation.passcode", { passcode })}</p>
        )}
      </div>
    </Dialog>
  );
}
