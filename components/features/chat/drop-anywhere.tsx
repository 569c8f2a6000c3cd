"use client";
import { useEffect, useEffectEvent } from "react";
import { usePanel } from "@/components/call/use-panel";
import { useToast } from "@/components/ui/toast";
import { useMayWrite } from "./chat-provider";
import { useAddFiles } from "./use-add-files";

/** A file that is dropped anywhere in the call goes to the chat: the browser would leave the call for it. */
export function DropAnywhere() {
  const mayWrite = useMayWrite();
  const add = useAddFiles();
  const { open } = usePanel();
  const toast = useToast();
  const dropped = useEffectEvent((files: readonly File[]) => {
    if (!mayWrite) return;
    const refused = add(files);
    if (refused !== undefined) toast({ text: refused });
    open("chat");
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      // The panel has taken it.
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      dropped([...event.dataTransfer.files]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return null;
}
