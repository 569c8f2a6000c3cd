"use client";
import { MoreHorizontal } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuContent, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { useMedia } from "@/components/ui/use-media";
import { ControlSlot, Slot, useIsFilled } from "./slots";
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
  const hasItems = useIsFilled("MenuItem");
  const hasNarrowItems = useIsFilled("NarrowItem");
  if (!hasItems && !hasNarrowItems) return null;
  return (
    <div className={`relative ${hasItems ? "" : "wide:hidden"}`}>
      <Menu modal={false}>
        <MenuTrigger>
          <IconButton label={t("more")} size="large" variant="quiet">
            <MoreHorizontal size={20} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        </MenuTrigger>
        <MenuContent
          container={surface}
          side="top"
          className="max-sm:w-[calc(100vw-1rem)] max-sm:max-w-none max-sm:rounded-dialog max-sm:p-2"
        >
          <div className="wide:hidden">
            <Slot name="NarrowItem" />
            <MenuSeparator />
          </div>
          <Slot name="MenuItem" />
        </MenuContent>
      </Menu>
      <div className="wide:hidden">
        <Slot name="PeopleBadge" />
      </div>
    </div>
  );
}

/** As the variant of this name has it. */
const narrow = "(width < 56rem)";

/**
 * What can be done in the call, under the stage. In a narrow window what is needed every minute stays,
 * and the rest is in the menu; the way out is last for the eye and for the keyboard alike.
 */
export function Bar({ ref, isHidden }: { ref: RefObject<HTMLElement | null>; isHidden: boolean }) {
  const t = useTranslations("call");
  const title = useMeetingTitle();
  const isNarrow = useMedia(narrow);
  const last = (
    <>
      <More />
      <ControlSlot name="LastControl" />
    </>
  );
  return (
    <section
      ref={ref}
      aria-label={t("bar")}
      data-region="bar"
      tabIndex={-1}
      className={`absolute inset-x-0 bottom-0 z-20 flex h-(--bar-height) items-center justify-center gap-2 safe-px-3 pb-[env(safe-area-inset-bottom)] transition-[opacity,transform] max-sm:justify-between max-sm:gap-0 sm:safe-px-4 wide:grid wide:grid-cols-[minmax(0,1fr)_auto_minmax(max-content,1fr)] wide:gap-4 ${
        isHidden ? "translate-y-2 opacity-0" : ""
      }`}
    >
      <div className="flex min-w-0 items-baseline gap-3 text-sm narrow:sr-only">
        <span className="tabular text-ink-soft">
          <Clock />
        </span>
        <h1 className="truncate font-medium max-lg:sr-only">{title ?? t("untitled")}</h1>
      </div>
      <div className="flex items-center gap-2 narrow:contents">
        <ControlSlot name="Control" />
        {!isNarrow && last}
      </div>
      <div className="flex items-center justify-end gap-2 narrow:contents">
        <ControlSlot name="SideControl" />
      </div>
      {isNarrow && last}
    </section>
  );
}
