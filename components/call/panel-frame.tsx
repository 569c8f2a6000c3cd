"use client";
import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { usePanel } from "./use-panel";

interface PanelFrameProps {
  title: string;
  /** Stays in sight under what scrolls. */
  footer?: ReactNode;
  /** What the panel holds has its own part that scrolls, and reaches to the edges. */
  hasOwnScroll?: boolean;
  children: ReactNode;
}

/** A panel's heading with its way out, over what the panel holds. */
export function PanelFrame({ title, footer, hasOwnScroll = false, children }: PanelFrameProps) {
  const t = useTranslations("call");
  const { close } = usePanel();
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-h-0 flex-1 flex-col">
      <header className="flex items-center gap-2 py-2 pr-2 pl-4">
        <h2 id={id} className="min-w-0 flex-1 truncate font-semibold text-base">
          {title}
        </h2>
        <IconButton label={t("closePanel")} onClick={close} tooltipSide="bottom">
          <X size={20} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </header>
      <div
        // What gets the focus does not scroll under a field that stays on top.
        className={`min-h-0 flex-1 has-[>search]:scroll-pt-14 ${
          hasOwnScroll ? "flex flex-col" : "overflow-y-auto px-2 pb-2"
        }`}
      >
        {children}
      </div>
      {footer}
    </section>
  );
}
