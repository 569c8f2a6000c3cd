"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface ConfirmDialogProps {
  title: string;
  /** What will happen, in a sentence or two. */
  text: ReactNode;
  /** The verb of the title, on the button. */
  confirmLabel: string;
  /** It cannot be taken back. */
  isDanger?: boolean;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** What goes along with it if one likes. */
  children?: ReactNode;
}

/** Asks once before something that others will notice. Nothing is done unless the button is pressed. */
export function ConfirmDialog({
  title,
  text,
  confirmLabel,
  isDanger = false,
  isOpen,
  onClose,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const t = useTranslations("call");
  return (
    <Dialog title={title} closeLabel={t("closePanel")} isOpen={isOpen} onClose={onClose}>
      <div className="grid gap-4">
        <p className="text-ink-soft text-sm">{text}</p>
        {children}
        <div className="flex flex-wrap justify-end gap-2 pt-1">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant={isDanger ? "danger" : "primary"}
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirmLabel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
