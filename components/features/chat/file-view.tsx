"use client";
import { Eye, FileText, RotateCcw, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useChatSession } from "./chat-provider";
import type { Transfer } from "./file-transfers";
import { Pixels } from "./pixels";
import { usePicture } from "./use-picture";
import { useSaidSize } from "./use-said-size";
import { useTransfer } from "./use-transfer";

interface FileViewProps {
  id: string;
  /** Safe by now. */
  name: string;
  size: number;
  isOwn: boolean;
  onLook: () => void;
}

/** As wide as the panel, in this screen's pixels. */
const mostDrawn = () => Math.min(800, Math.ceil(400 * window.devicePixelRatio));

const mark = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

/** A file in the list: how it travels, and a small picture once it is here. */
export function FileView({ id, name, size, isOwn, onLook }: FileViewProps) {
  const t = useTranslations("features.chat.files");
  const transfer = useTransfer(id);
  const content = transfer?.state === "done" ? transfer.content : undefined;
  const picture = usePicture(content, mostDrawn());
  const said = useSaidSize(size);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      {picture && (
        <button
          type="button"
          aria-label={t("lookAt", { name })}
          onClick={onLook}
          className="overflow-hidden rounded-control"
        >
          <Pixels picture={picture} className="max-h-48 max-w-full" />
        </button>
      )}
      <div className="flex min-w-0 items-center gap-2">
        {!picture && <FileText {...mark} className="shrink-0" />}
        <p className="min-w-0 flex-1">
          <bdi className="block break-words font-medium [overflow-wrap:anywhere]">{name}</bdi>
          <span className="block text-ink-soft text-xs">{`${said} · ${t("notKeptShort")}`}</span>
        </p>
      </div>
      {transfer && (
        <Standing id={id} name={name} transfer={transfer} isOwn={isOwn} onLook={onLook} />
      )}
    </div>
  );
}

interface StandingProps {
  id: string;
  name: string;
  transfer: Transfer;
  isOwn: boolean;
  onLook: () => void;
}

function Standing({ id, name, transfer, isOwn, onLook }: StandingProps) {
  const t = useTranslations("features.chat.files");
  const { transfers } = useChatSession();
  switch (transfer.state) {
    case "waiting":
    case "sending":
    case "receiving":
      return (
        <div className="flex items-center gap-2">
          {transfer.state === "waiting" ? (
            <p className="text-ink-soft text-xs">{t("inLine")}</p>
          ) : (
            <progress
              max={1}
              value={transfer.progress}
              aria-label={t(transfer.state, { name })}
              className="h-1.5 w-28 min-w-0 flex-1 appearance-none overflow-hidden rounded-full bg-ink/15 [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-accent"
            />
          )}
          <Button
            variant="plain"
            className="px-2! text-xs!"
            icon={<X size={14} strokeWidth={2} aria-hidden="true" />}
            onClick={() => transfers.cancel(id)}
          >
            {t("cancel")}
          </Button>
        </div>
      );
    case "done":
      if (!transfer.content) return <p className="text-ink-soft text-xs">{t("gone")}</p>;
      return (
        <Button
          variant="quiet"
          className="justify-self-start text-xs!"
          icon={<Eye size={14} strokeWidth={2} aria-hidden="true" />}
          aria-label={t("lookAt", { name })}
          onClick={onLook}
        >
          {t("look")}
        </Button>
      );
    case "cancelled":
    case "failed":
    case "unreceived":
    case "broken":
      return (
        <div className="flex items-center gap-1 text-xs">
          {transfer.state === "cancelled" ? (
            <span className="text-ink-soft">{t("cancelled")}</span>
          ) : (
            <span role="alert" className="text-danger">
              {t(transfer.state)}
            </span>
          )}
          {isOwn && (
            <Button
              variant="plain"
              className="px-2! text-xs!"
              icon={<RotateCcw size={14} strokeWidth={2} aria-hidden="true" />}
              onClick={() => transfers.retry(id)}
            >
              {t("retry")}
            </Button>
          )}
        </div>
      );
    default:
      return transfer satisfies never;
  }
}
