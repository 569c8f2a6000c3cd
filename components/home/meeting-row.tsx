"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Spinner } from "@/components/ui/spinner";
import { fieldClass } from "@/components/ui/text-field";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { copyText } from "@/lib/client/copy-text";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { paths } from "@/lib/contract/paths";
import { MeetingTime } from "./meeting-time";
import type { ListedMeeting } from "./merge-meetings";
import { loadPlanning } from "./planning/load-planning";
import { RenameRow } from "./rename-row";
import { rowClass, selectAll } from "./row-class";
import { type RowAction, RowMenu } from "./row-menu";
import { type RowNotice, useRowActions } from "./use-row-actions";
import { useWhy } from "./use-why";

const copiedForMs = 2_500;

/** Shows "copied" for a moment, or the link itself where the browser lets nobody copy. */
function useCopy() {
  const [copying, setCopying] = useState<"idle" | "copied" | "by-hand">("idle");
  useEffect(() => {
    if (copying !== "copied") return;
    const timer = setTimeout(() => setCopying("idle"), copiedForMs);
    return () => clearTimeout(timer);
  }, [copying]);
  const copy = async (text: string) => setCopying((await copyText(text)) ? "copied" : "by-hand");
  return [copying, copy] as const;
}

interface MeetingRowProps {
  meeting: ListedMeeting;
  now: number;
  /** It comes back in the place of what had the focus. */
  takesFocus: boolean;
  deleteError: unknown;
  onChanged: (info: MeetingInfo) => void;
  /** A meeting was made like this one. */
  onDuplicated: () => void;
  onDelete: () => void;
  onRemove: () => void;
}

export function MeetingRow({
  meeting,
  now,
  takesFocus,
  deleteError,
  onChanged,
  onDuplicated,
  onDelete,
  onRemove,
}: MeetingRowProps) {
  const t = useTranslations("home.list");
  const failed = useTranslations("home.failed");
  const why = useWhy();
  const title = meeting.title ?? t("untitled");
  const [isRenaming, setIsRenaming] = useState(false);
  const [copying, copy] = useCopy();
  const isAwake = useIsAwake();
  const menuButton = useRef<HTMLButtonElement>(null);
  const returnsFocus = useRef(takesFocus);
  // Once the button is drawn again, and not a frame before.
  useEffect(() => {
    if (isRenaming || !returnsFocus.current) return;
    returnsFocus.current = false;
    menuButton.current?.focus();
  }, [isRenaming]);
  const isActive = (meeting.peopleInside ?? 0) > 0;
  const address = () => new URL(meeting.url, window.location.href).href;
  const { perform, isBusy, notice, setNotice, dialog, closeDialog } = useRowActions(
    meeting,
    address,
    onDuplicated,
  );

  const choose = (action: RowAction) => {
    switch (action) {
      case "rename":
        return setIsRenaming(true);
      case "delete":
        return onDelete();
      case "remove":
        return onRemove();
      case "time":
      case "invitation":
      case "calendar":
      case "hostLink":
      case "duplicate":
        return perform(action);
      default:
        return action satisfies never;
    }
  };

  if (isRenaming)
    return (
      <RenameRow
        meeting={meeting}
        onClose={(info) => {
          if (info) onChanged(info);
          returnsFocus.current = true;
          setIsRenaming(false);
        }}
      />
    );

  return (
    <li className={rowClass}>
      <div className="min-w-0 flex-1 basis-52">
        <p className="line-clamp-2 break-words font-medium">
          <a
            href={paths.meeting(meeting.meetingId)}
            className="rounded-[4px] underline-offset-4 hover:underline"
          >
            <bdi>{title}</bdi>
          </a>
        </p>
        <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
          <span className="whitespace-nowrap font-mono text-[0.8125rem]">{meeting.meetingId}</span>
          <MeetingTime meeting={meeting} now={now} />
        </p>
        <p role="status" className="sr-only">
          {copying === "copied" ? t("copied") : ""}
        </p>
        {deleteError !== undefined && (
          <p role="alert" className="text-danger text-sm">
            {failed("delete", { title })} {why(deleteError)}
          </p>
        )}
        <Notice notice={notice} />
      </div>
      <div className="flex items-center gap-1 max-sm:w-full">
        <a
          href={paths.meeting(meeting.meetingId)}
          aria-label={t(isActive ? "joinNamed" : "openNamed", { title })}
          className={`${buttonClass(isActive ? "primary" : "quiet")} mr-1`}
        >
          {t(isActive ? "join" : "open")}
        </a>
        <Button
          variant="plain"
          aria-label={t("copyLinkNamed", { title })}
          aria-disabled={!isAwake || undefined}
          onClick={() => void copy(address())}
          icon={
            copying === "copied" ? (
              <Check size={18} strokeWidth={2} aria-hidden="true" className="text-good" />
            ) : (
              <Copy size={18} strokeWidth={1.75} aria-hidden="true" />
            )
          }
          className="px-3!"
        >
          <span className="grid text-left max-[22rem]:hidden">
            <span className={`[grid-area:1/1] ${copying === "copied" ? "invisible" : ""}`}>
              {t("copyLink")}
            </span>
            <span
              className={`text-good [grid-area:1/1] ${copying === "copied" ? "" : "invisible"}`}
            >
              {t("copied")}
            </span>
          </span>
        </Button>
        {isBusy && <Spinner label={t("working")} className="size-4" />}
        <RowMenu
          meeting={meeting}
          title={title}
          button={menuButton}
          // A failure shows when something is chosen, and is tried again then.
          onOpen={() => {
            if (meeting.isOwn) loadPlanning().catch(() => undefined);
          }}
          onChoose={choose}
        />
      </div>
      {copying === "by-hand" && (
        <label className="grid w-full gap-1 text-sm">
          <span>{t("copyByHand")}</span>
          <input
            readOnly
            value={address()}
            aria-label={t("copyByHandField", { title })}
            ref={selectAll}
            className={fieldClass}
          />
        </label>
      )}
      {dialog?.kind === "time" && (
        <dialog.planning.TimeDialog
          key={dialog.round}
          meetingId={meeting.meetingId}
          title={title}
          scheduledAt={meeting.scheduledAt ?? null}
          isOpen={dialog.isOpen}
          onClose={closeDialog}
          onChanged={(info) => {
            closeDialog();
            onChanged(info);
            const said = info.scheduled_at === null ? "timeTakenAway" : "timeSaved";
            setNotice({ text: t(said), isBad: false });
          }}
        />
      )}
      {dialog?.kind === "hostLink" && (
        <dialog.planning.HostLinkDialog
          key={dialog.round}
          meetingId={meeting.meetingId}
          title={title}
          isOpen={dialog.isOpen}
          onClose={closeDialog}
        />
      )}
      {dialog?.kind === "invitation" && dialog.facts && (
        <dialog.planning.InvitationDialog
          key={dialog.round}
          facts={dialog.facts}
          isOpen={dialog.isOpen}
          onClose={closeDialog}
        />
      )}
    </li>
  );
}

/** What was done just now. Always there, so that a screen reader hears what comes into it. */
function Notice({ notice }: { notice: RowNotice | undefined }) {
  return (
    <>
      {notice?.isBad === true && (
        <p role="alert" className="text-danger text-sm">
          {notice.text}
        </p>
      )}
      <p role="status" className="text-good text-sm">
        {notice?.isBad === false && notice.text}
        {notice?.link && (
          <>
            {" "}
            <a
              href={notice.link.href}
              className="rounded-[4px] font-medium underline underline-offset-4"
            >
              {notice.link.label}
            </a>
          </>
        )}
      </p>
    </>
  );
}
