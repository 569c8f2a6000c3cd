"use client";
import { Link } from "lucide-react";
import { useTranslations } from "use-intl";
import { useInvitation } from "@/components/call/use-invitation";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { MenuItem } from "@/components/ui/menu";

export function CopyInvitationItem() {
  const t = useTranslations("features.invite");
  const { copy } = useInvitation();
  const key = useShortcutKey("u");
  return (
    <MenuItem
      icon={<Link size={18} strokeWidth={1.75} aria-hidden="true" />}
      shortcut={key}
      onSelect={copy}
    >
      {t("copy")}
    </MenuItem>
  );
}
