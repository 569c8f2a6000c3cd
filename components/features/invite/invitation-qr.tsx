"use client";
import { useTranslations } from "use-intl";
import { LoadingPart } from "@/components/call/loading-part";
import { useInvitation } from "@/components/call/use-invitation";
import { useLoaded } from "@/components/call/use-loaded";
import { Dialog } from "@/components/ui/dialog";

const loadQrCode = () => import("@/components/ui/qr-code").then(({ QrCode }) => QrCode);

/** The meeting's link for a camera, large; from a host the passcode beside it, which is not in the link. */
export function InvitationQr({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("features.invite.code");
  const { url, passcode } = useInvitation();
  const { part: QrCode, hasFailed, retry } = useLoaded(loadQrCode, isOpen);
  return (
    <Dialog title={t("title")} closeLabel={t("close")} isOpen={isOpen} onClose={onClose}>
      <div className="grid justify-items-center gap-4 text-center">
        <div className="grid aspect-square w-[min(18rem,100%)] place-items-center">
          {isOpen &&
            (QrCode ? (
              <QrCode text={url} label={t("label")} />
            ) : (
              <LoadingPart hasFailed={hasFailed} onRetry={retry} sentence={t("notLoaded")} />
            ))}
        </div>
        <p className="text-balance text-ink-soft text-sm">{t("hint")}</p>
        <p className="select-all break-all font-medium text-sm">{url}</p>
        {passcode !== undefined && (
          <p className="select-all text-sm">{t("passcode", { passcode })}</p>
        )}
      </div>
    </Dialog>
  );
}
