"use client";
import {
  CalendarClock,
  CalendarPlus,
  ClipboardList,
  CopyPlus,
  Ellipsis,
  KeyRound,
  Mail,
  Pencil,
  Trash2,
  X,
} from "lucide-react";
import { type ReactNode, type RefObject, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { paths } from "@/lib/contract/paths";
import type { ListedMeeting } from "./merge-meetings";

/** What can be done with a meeting, apart from going in. */
export type RowAction =
  | "rename"
  | "time"
  | "invitation"
  | "calendar"
  | "hostLink"
  | "duplicate"
  | "delete"
  | "remove";

const itemClass =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left text-base hover:bg-ink/8 mouse:min-h-9 mouse:text-sm";

const iconLook = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

interface RowMenuProps {
  meeting: ListedMeeting;
  title: string;
  button: RefObject<HTMLButtonElement | null>;
  /** Before anything is chosen: what it will need can be fetched. */
  onOpen: () => void;
  onChoose: (action: RowAction) => void;
}

/** The browser's own popover: closes on Escape and on a press beside it, and weighs nothing. */
export function RowMenu({ meeting, title, button, onOpen, onChoose }: RowMenuProps) {
  const t = useTranslations("home.list");
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  // The browser would open it before there is anybody to put it in its place or to hear what is chosen.
  const isAwake = useIsAwake();
  const { isOwn, meetingId, startsAt, scheduledAt } = meeting;

  const place = () => {
    const target = button.current?.getBoundingClientRect();
    const floating = menu.current;
    if (!target || !floating) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - target.bottom;
    const isLow = below < floating.offsetHeight + 12 && target.top > below;
    // Beside its button on the page, so that it scrolls with it.
    floating.style.right = `${clientWidth - target.right}px`;
    floating.style.top = isLow ? "auto" : `${target.bottom + window.scrollY + 4}px`;
    floating.style.bottom = isLow ? `${clientHeight - target.top - window.scrollY + 4}px` : "auto";
    floating.style.maxHeight = `${(isLow ? target.top : below) - 12}px`;
  };
  const item = (action: RowAction, icon: ReactNode, look = "") => (
    <button
      key={action}
      type="button"
      onClick={() => {
        menu.current?.hidePopover?.();
        onChoose(action);
      }}
      className={`${itemClass} ${look}`}
    >
      {icon}
      {t(action === "time" && scheduledAt === undefined ? "timeNew" : action)}
    </button>
  );

  return (
    <>
      <IconButton
        ref={button}
        label={t("more", { title })}
        popoverTarget={isAwake ? id : undefined}
        aria-disabled={!isAwake || undefined}
        className="max-sm:ml-auto"
      >
        <Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <div
        ref={menu}
        id={id}
        popover="auto"
        // Its height is known only once it is drawn.
        onToggle={(event) => {
          if (event.newState === "open") {
            place();
            onOpen();
          }
        }}
        className="absolute inset-auto m-0 min-w-56 animate-appear overflow-y-auto rounded-tile border border-edge bg-raised p-1 text-ink shadow-float"
      >
        {isOwn ? (
          <>
            {item("rename", <Pencil {...iconLook} />)}
            {item("time", <CalendarClock {...iconLook} />)}
            {item("invitation", <Mail {...iconLook} />)}
            {startsAt !== undefined && item("calendar", <CalendarPlus {...iconLook} />)}
            {item("hostLink", <KeyRound {...iconLook} />)}
            <a href={paths.report(meetingId)} className={itemClass}>
              <ClipboardList {...iconLook} />
              {t("report")}
            </a>
            {item("duplicate", <CopyPlus {...iconLook} />)}
            {item("delete", <Trash2 {...iconLook} />, "text-danger")}
          </>
        ) : (
          item("remove", <X {...iconLook} />)
        )}
      </div>
    </>
  );
}
