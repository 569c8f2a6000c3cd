"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { usePanel } from "@/components/call/use-panel";
import { useShortcut } from "@/components/call/use-shortcut";
import { useToast } from "@/components/ui/toast";
import { useMayWrite } from "./chat-provider";
import { filesOf } from "./dropped-files";
import { FilePicker } from "./file-picker";
import { useAddFiles } from "./use-add-files";

/**
 * Files that come by another way than the panel: chosen by a key, or dropped anywhere in the call, which the
 * browser would leave for them.
 */
export function FilesFromAnywhere() {
  const mayWrite = useMayWrite();
  const add = useAddFiles();
  const { open } = usePanel();
  const toast = useToast();
  const picker = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[], folder?: string) => {
    if (!mayWrite || (files.length === 0 && folder === undefined)) return;
    const refused = add(files, folder);
    if (refused !== undefined) toast({ text: refused });
    open("chat");
  };
  const dropped = useEffectEvent(take);
  useShortcut("chat.composer.attach", () => {
    if (mayWrite) picker.current?.click();
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      // The panel has taken it.
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      const { files, folder } = filesOf(event.dataTransfer);
      dropped(files, folder);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return <FilePicker ref={picker} onPick={take} />;
}
