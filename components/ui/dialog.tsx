"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "./button";

interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** A sentence under the title, read out with it. */
  description?: string | undefined;
  children?: ReactNode;
  /** The buttons at the end, the one that goes on last. */
  actions?: ReactNode;
  /** Where the dialog is drawn; the page's body unless given. */
  container?: HTMLElement | null | undefined;
}

/** Asks or shows one thing, above everything else. Escape and a press beside it close it. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  description,
  children,
  actions,
  container,
}: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal {...(container ? { container } : {})}>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className="fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[calc(100dvh-1rem)] w-full max-w-[28rem] animate-rise flex-col gap-4 overflow-y-auto rounded-t-dialog border border-edge bg-raised p-6 text-ink shadow-float outline-none sm:bottom-auto sm:top-1/2 sm:w-[calc(100%-2rem)] sm:-translate-y-1/2 sm:rounded-dialog"
        >
          <div className="flex items-start gap-4">
            <Radix.Title className="min-w-0 flex-1 text-balance break-words font-semibold text-lg">
              {title}
            </Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t("close")} className="-mt-1.5 -mr-2">
                <X size={20} strokeWidth={1.75} aria-hidden="true" />
              </IconButton>
            </Radix.Close>
          </div>
          {description !== undefined && (
            <Radix.Description className="text-ink-soft">{description}</Radix.Description>
          )}
          {children}
          {actions !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 pt-2">{actions}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
