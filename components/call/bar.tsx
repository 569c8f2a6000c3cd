"use client";
import { MoreHorizontal } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuContent, MenuTrigger } from "@/components/ui/menu";
import { Slot, useIsFilled } from "./slots";
import { useMeetingTitle } from "./use-meeting-state";
import { useSurface } from "./use-surface";

function Clock() {
  const [now, setNow] = useState<Date>();
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 5_000);
    return () => clearInterval(timer);
  }, []);
  if (!now) return null;
  const text = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
  return <time dateTime={now.toISOString()}>{text.format(now)}</time>;
}

function More() {
  const t = useTranslations("call");
  const surface = useSurface();
  if (!useIsFilled("MenuItem")) return null;
  return (
    <Menu modal={false}>
      <MenuTrigger>
        <IconButton label={t("more")} size="large" variant="quiet">
          <MoreHorizontal size={20} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </MenuTrigger>
      <MenuContent container={surface} side="top">
        <Slot name="MenuItem" />
      </MenuContent>
    </Menu>
  );
}

/** What can be done in the call, under the stage. */
export function Bar({ ref, isHidden }: { ref: RefObject<HTMLElement | null>; isHidden: boolean }) {
  const t = useTranslations("call");
  const title = useMeetingTitle();
  return (
    <section
      ref={ref}
      aria-label={t("bar")}
      data-region="bar"
      tabIndex={-1}
      className={`absolute inset-x-0 bottom-0 z-20 flex h-(--bar-height) items-center gap-2 px-3 pb-[env(safe-area-inset-bottom)] transition-[opacity,transform] sm:grid sm:grid-cols-[1fr_auto_1fr] sm:gap-4 sm:px-4 ${
        isHidden ? "translate-y-2 opacity-0" : ""
      }`}
    >
      <div className="flex min-w-0 items-baseline gap-3 text-sm max-sm:sr-only">
        <span className="tabular text-ink-soft">
          <Clock />
        </span>
        <h1 className="truncate font-medium">{title ?? t("untitled")}</h1>
      </div>
      <div className="flex items-center gap-2 max-sm:grow max-sm:justify-between">
        <Slot name="Control" />
        <More />
      </div>
      <div className="flex items-center justify-end gap-2">
        <Slot name="SideControl" />
      </div>
    </section>
  );
}
