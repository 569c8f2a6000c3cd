"use client";
import { Copy, QrCode, Share2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useInvitation } from "@/components/call/use-invitation";
import { Button } from "@/components/ui/button";
import { useShowCode } from "./invitation-provider";

const icon = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

/**
 * The ways an invitation goes out: copied, held into a camera, or by the system's own sheet. `isMain` where
 * nothing is more urgent.
 */
export function InvitationActions({ isMain = false }: { isMain?: boolean }) {
  const t = useTranslations("features.invite.buttons");
  const { copy, share } = useInvitation();
  const showCode = useShowCode();
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant={isMain ? "primary" : "quiet"}
        onClick={copy}
        className="grow"
        icon={<Copy {...icon} />}
      >
        {t("copy")}
      </Button>
      <Button onClick={showCode} icon={<QrCode {...icon} />}>
        {t("qr")}
      </Button>
      {share && (
        <Button onClick={share} icon={<Share2 {...icon} />}>
          {t("share")}
        </Button>
      )}
    </div>
  );
}
