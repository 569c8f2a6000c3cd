"use client";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { ListedMeeting } from "./merge-meetings";
import { rowClass } from "./row-class";
import { undoForMs } from "./use-delayed-delete";

/** In the place of a row that goes: what happened, and the way back. */
export function LeavingRow({
  meeting,
  says,
  onUndo,
  onOver,
}: {
  meeting: ListedMeeting;
  says: "deleted" | "removed";
  onUndo: () => void;
  /** Called when it is too late to undo. */
  onOver?: () => void;
}) {
  const t = useTranslations("home.list");
  const undoButton = useRef<HTMLButtonElement>(null);
  const over = useRef(onOver);
  const title = meeting.title ?? t("untitled");
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    // The menu that was pressed is gone with its row.
    undoButton.current?.focus({ preventScroll: true });
    const timer = setTimeout(() => over.current?.(), undoForMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <li data-leaving={meeting.meetingId} className={rowClass}>
      <p role="status" className="line-clamp-2 min-w-0 flex-1 break-words text-ink-soft">
        {t(says, { title })}
      </p>
      <Button ref={undoButton} onClick={onUndo}>
        {t("undo")}
      </Button>
    </li>
  );
}
