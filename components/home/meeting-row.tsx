"use client";
import { Check, Copy, Ellipsis, Pencil, Trash2, X } from "lucide-react";
import {
  type RefObject,
  type SubmitEvent,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button, IconButton } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { fieldClass } from "@/components/ui/text-field";
import { copyText } from "@/lib/client/copy-text";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { paths } from "@/lib/contract/paths";
import type { ListedMeeting } from "./merge-meetings";
import { undoForMs } from "./use-delayed-delete";
import { whyItFailed } from "./why-it-failed";

const rowClass = "flex min-h-18 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3";
const copiedForMs = 2_500;

function useTitle(meeting: ListedMeeting): string {
  const t = useTranslations("home.list");
  return meeting.title ?? t("untitled");
}

function useWhy() {
  const t = useTranslations("home.failed");
  return (error: unknown) => {
    const why = whyItFailed(error);
    return "detail" in why ? why.detail : t(why.key);
  };
}

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
  deleteError: unknown;
  onRenamed: (info: MeetingInfo) => void;
  onDelete: () => void;
  onRemove: () => void;
}

export function MeetingRow({
  meeting,
  now,
  deleteError,
  onRenamed,
  onDelete,
  onRemove,
}: MeetingRowProps) {
  const t = useTranslations("home.list");
  const failed = useTranslations("home.failed");
  const why = useWhy();
  const title = useTitle(meeting);
  const [isRenaming, setIsRenaming] = useState(false);
  const [copying, copy] = useCopy();
  const menuButton = useRef<HTMLButtonElement>(null);
  const returnsFocus = useRef(false);
  // Once the button is drawn again, and not a frame before.
  useEffect(() => {
    if (isRenaming || !returnsFocus.current) return;
    returnsFocus.current = false;
    menuButton.current?.focus();
  }, [isRenaming]);
  const isActive = (meeting.peopleInside ?? 0) > 0;
  const address = () => new URL(meeting.url, window.location.href).href;

  if (isRenaming)
    return (
      <RenameRow
        meeting={meeting}
        onClose={(info) => {
          if (info) onRenamed(info);
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
        <RowMenu
          title={title}
          isOwn={meeting.isOwn}
          button={menuButton}
          onRename={() => setIsRenaming(true)}
          onDelete={onDelete}
          onRemove={onRemove}
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
    </li>
  );
}

function selectAll(field: HTMLInputElement | null) {
  field?.focus();
  field?.select();
}

function MeetingTime({ meeting, now }: { meeting: ListedMeeting; now: number }) {
  const t = useTranslations("home.list");
  const format = useFormatter();
  const { peopleInside = 0, startsAt, joinedAt, createdAt } = meeting;
  if (peopleInside > 0)
    return (
      <span className="tabular inline-flex items-center gap-1.5 font-medium text-good">
        <span className="size-2 rounded-full bg-good" />
        {t("peopleInside", { count: peopleInside })}
      </span>
    );
  const time = startsAt ?? joinedAt ?? createdAt;
  if (time === undefined) return null;
  const isJustNow = startsAt === undefined && now - Date.parse(time) < 60_000;
  const when = format.relativeTime(new Date(time), { now });
  const said = startsAt !== undefined ? "starts" : joinedAt === undefined ? "made" : "joined";
  return (
    // The minute may turn between the server's drawing and the browser's.
    <time dateTime={time} suppressHydrationWarning>
      {isJustNow && said !== "starts" ? t(`${said}JustNow`) : t(said, { when })}
    </time>
  );
}

const menuItemClass =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left text-base hover:bg-ink/8 mouse:min-h-9 mouse:text-sm";

const never = () => () => {};

/** False while the page is only the server's drawing, true once its script answers. */
function useIsAwake(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** The browser's own popover: closes on Escape and on a press beside it, and weighs nothing. */
function RowMenu({
  title,
  isOwn,
  button,
  onRename,
  onDelete,
  onRemove,
}: {
  title: string;
  isOwn: boolean;
  button: RefObject<HTMLButtonElement | null>;
  onRename: () => void;
  onDelete: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations("home.list");
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  // The browser would open it before there is anybody to put it in its place or to hear what is chosen.
  const isAwake = useIsAwake();

  const place = () => {
    const target = button.current?.getBoundingClientRect();
    const floating = menu.current;
    if (!target || !floating) return;
    const { clientWidth, clientHeight } = document.documentElement;
    const isLow = target.bottom > clientHeight - 160;
    // Beside its button on the page, so that it scrolls with it.
    floating.style.right = `${clientWidth - target.right}px`;
    floating.style.top = isLow ? "auto" : `${target.bottom + window.scrollY + 4}px`;
    floating.style.bottom = isLow ? `${clientHeight - target.top - window.scrollY + 4}px` : "auto";
  };
  const choose = (action: () => void) => () => {
    menu.current?.hidePopover?.();
    action();
  };

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
        onBeforeToggle={place}
        className="absolute inset-auto m-0 min-w-48 animate-appear rounded-tile border border-edge bg-raised p-1 text-ink shadow-float"
      >
        {isOwn ? (
          <>
            <button type="button" onClick={choose(onRename)} className={menuItemClass}>
              <Pencil size={18} strokeWidth={1.75} aria-hidden="true" />
              {t("rename")}
            </button>
            <button
              type="button"
              onClick={choose(onDelete)}
              className={`${menuItemClass} text-danger`}
            >
              <Trash2 size={18} strokeWidth={1.75} aria-hidden="true" />
              {t("delete")}
            </button>
          </>
        ) : (
          <button type="button" onClick={choose(onRemove)} className={menuItemClass}>
            <X size={18} strokeWidth={1.75} aria-hidden="true" />
            {t("remove")}
          </button>
        )}
      </div>
    </>
  );
}

function RenameRow({
  meeting,
  onClose,
}: {
  meeting: ListedMeeting;
  onClose: (renamed?: MeetingInfo) => void;
}) {
  const t = useTranslations("home.list");
  const failed = useTranslations("home.failed");
  const why = useWhy();
  const id = useId();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => selectAll(field.current), []);

  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = field.current?.value.trim() || null;
    if (isPending) return;
    if (title === meeting.title) return onClose();
    setIsPending(true);
    setError(undefined);
    try {
      const { updateMeeting } = await import("@/lib/client/api");
      onClose(await updateMeeting(meeting.meetingId, { title }));
    } catch (failure) {
      setError(`${failed("rename")} ${why(failure)}`);
      setIsPending(false);
    }
  };

  return (
    <li className={rowClass}>
      <form onSubmit={(event) => void save(event)} className="flex w-full flex-wrap gap-2">
        <input
          ref={field}
          type="text"
          defaultValue={meeting.title ?? ""}
          aria-label={t("renameField")}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : id}
          placeholder={t("untitled")}
          maxLength={120}
          autoComplete="off"
          enterKeyHint="done"
          onKeyDown={(event) => {
            if (event.key === "Escape") onClose();
          }}
          className={`${fieldClass} flex-1 basis-52`}
        />
        <Button type="submit" variant="primary" isPending={isPending} className="h-11!">
          {t("save")}
        </Button>
        <Button variant="plain" onClick={() => onClose()} className="h-11!">
          {t("cancel")}
        </Button>
        {error !== undefined && (
          <p id={id} role="alert" className="w-full text-danger text-sm">
            {error}
          </p>
        )}
      </form>
    </li>
  );
}

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
  const title = useTitle(meeting);
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
    <li data-leaving className={rowClass}>
      <p role="status" className="line-clamp-2 min-w-0 flex-1 break-words text-ink-soft">
        {t(says, { title })}
      </p>
      <Button ref={undoButton} onClick={onUndo}>
        {t("undo")}
      </Button>
    </li>
  );
}
