"use client";
// What the chat's panel holds: the list and the field under it. Fetched when the panel is opened first.
import { type DragEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useMayWrite } from "./chat-provider";
import { Composer } from "./composer";
import { filesOf } from "./dropped-files";
import { MessageList } from "./message-list";
import { useAddFiles } from "./use-add-files";

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");

export function ChatRoom() {
  const t = useTranslations("features.chat");
  const mayWrite = useMayWrite();
  const addFiles = useAddFiles();
  const [refused, setRefused] = useState<string>();
  const add = (files: readonly File[], folder?: string) => setRefused(addFiles(files, folder));
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the button does the same.
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragOver={(event) => {
        if (!mayWrite || !hasFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        const { relatedTarget } = event;
        if (relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget)) return;
        setIsOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        if (!mayWrite) return;
        const { files, folder } = filesOf(event.dataTransfer);
        add(files, folder);
      }}
    >
      <MessageList />
      {mayWrite ? (
        <Composer add={add} refused={refused} />
      ) : (
        <p className="border-edge border-t p-4 text-ink-soft text-sm">{t("composer.off")}</p>
      )}
      {isOver && (
        <p className="pointer-events-none absolute inset-1 z-10 grid place-content-center rounded-tile border-2 border-accent border-dashed bg-surface/90 font-medium text-sm">
          {t("files.dropHere")}
        </p>
      )}
    </div>
  );
}
