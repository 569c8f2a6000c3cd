"use client";
import { Settings } from "lucide-react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import type { SettingsTab } from "@/components/call/feature";
import { IconButton } from "@/components/ui/button";
import { SettingsDialog } from "./settings-dialog";

/** The settings on the page before the call. */
export function SettingsButton() {
  const t = useTranslations("features.settings");
  const [isOpen, setIsOpen] = useState(false);
  const [tab, setTab] = useState<SettingsTab>();
  const [page, setPage] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        // The dialog stands in the page, not on the picture, whose colours it would take.
        ref={(button) => setPage(button?.closest("main") ?? null)}
        label={t("open")}
        tooltipSide="bottom"
        onClick={() => setIsOpen(true)}
        className="animate-appear bg-scrim! text-white ring-1 ring-white/15"
      >
        <Settings size={20} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      {page &&
        createPortal(
          <SettingsDialog
            tab={tab}
            onTab={setTab}
            isOpen={isOpen}
            onClose={() => setIsOpen(false)}
          />,
          page,
        )}
    </>
  );
}
