"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import type { Rect } from "./arrange";

interface PagerProps {
  page: number;
  pages: number;
  rect: Rect;
  onTurn: (page: number) => void;
}

/** The way to those who do not fit on the page. */
export function Pager({ page, pages, rect: { x, y, width, height }, onTurn }: PagerProps) {
  const t = useTranslations("call");
  return (
    <nav
      aria-label={t("pages")}
      className="absolute top-0 left-0 z-10 flex items-center justify-center gap-1 text-sm"
      style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
    >
      <Turn label={t("previousPage")} isOff={page === 0} onPress={() => onTurn(page - 1)}>
        <ChevronLeft size={20} strokeWidth={1.75} aria-hidden="true" />
      </Turn>
      <span aria-live="polite" className="tabular min-w-12 text-center">
        {t("pageOf", { page: page + 1, pages })}
      </span>
      <Turn label={t("nextPage")} isOff={page === pages - 1} onPress={() => onTurn(page + 1)}>
        <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" />
      </Turn>
    </nav>
  );
}

interface TurnProps {
  label: string;
  isOff: boolean;
  onPress: () => void;
  children: ReactNode;
}

function Turn({ label, isOff, onPress, children }: TurnProps) {
  return (
    <IconButton
      label={label}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      {children}
    </IconButton>
  );
}
