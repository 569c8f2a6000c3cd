"use client";
import { Download, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { saveFile } from "@/lib/client/save-file";
import { useChatSession } from "./chat-provider";
import { isRisky } from "./file-safety";
import type { Entry } from "./merge-messages";
import { Pixels } from "./pixels";
import { usePicture } from "./use-picture";
import { useSaidSize } from "./use-said-size";
import { useTransfer } from "./use-transfer";

/** Looked at, a picture is drawn finer than in the list. */
const mostDrawn = 1_600;

const mark = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

/** A look at a file before it is saved: what it shows, who it is from, and what it may do. */
export function FileDialog({ entry, onClose }: { entry: Entry | undefined; onClose: () => void }) {
  const t = useTranslations("features.chat.files");
  // What it says stays while it closes.
  const [last, setLast] = useState(entry);
  if (entry && entry !== last) setLast(entry);
  const name = last?.content.kind === "file" ? last.content.name : "";
  return (
    <Dialog title={name} closeLabel={t("close")} isOpen={entry !== undefined} onClose={onClose}>
      {entry && <Look entry={entry} onSaved={onClose} />}
    </Dialog>
  );
}

function Look({ entry, onSaved }: { entry: Entry; onSaved: () => void }) {
  const t = useTranslations("features.chat.files");
  const session = useChatSession();
  const transfer = useTransfer(entry.id);
  const content = transfer?.state === "done" ? transfer.content : undefined;
  const picture = usePicture(content, mostDrawn);
  const { name, size } = entry.content.kind === "file" ? entry.content : { name: "file", size: 0 };
  const said = useSaidSize(size);
  const isOwn = session.isOwn(entry);
  const from = entry.author.name;
  const save = () => {
    if (!content) return;
    // Under this type no browser opens it in the page's place.
    saveFile(new Blob([content], { type: "application/octet-stream" }), name);
    onSaved();
  };
  return (
    <div className="grid grid-cols-1 gap-4 text-sm">
      {picture ? (
        <Pixels picture={picture} className="mx-auto max-h-[55dvh] max-w-full rounded-control" />
      ) : (
        <p className="text-ink-soft">{t("noPreview")}</p>
      )}
      <p className="break-words text-ink-soft">
        {isOwn ? said : `${t("from", { name: from })} · ${said}`}
      </p>
      {isRisky(name) && !isOwn && (
        <p className="flex gap-2 text-caution">
          <TriangleAlert {...mark} className="mt-px shrink-0" />
          {t("risky", { name: from })}
        </p>
      )}
      {content && (
        <div className="flex justify-end">
          <Button variant="primary" icon={<Download {...mark} />} onClick={save}>
            {t("save")}
          </Button>
        </div>
      )}
    </div>
  );
}
