"use client";
import { Copy, EyeOff, MoreHorizontal, Pencil, Reply, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useOwnRole } from "@/components/call/use-role";
import { useSurface } from "@/components/call/use-surface";
import { IconButton } from "@/components/ui/button";
import { afterMenu, Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { copyText } from "@/lib/client/copy-text";
import { useChatSession, useMayWrite } from "./chat-provider";
import { mayBeKept } from "./chat-session";
import type { Entry } from "./merge-messages";

const mark = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

interface MessageMenuProps {
  entry: Entry;
  isOwn: boolean;
  onDelete: (entry: Entry) => void;
  onRemove: (entry: Entry) => void;
}

/**
 * What can be done about one message or file. What is not kept cannot be changed; of that, files can be deleted,
 * and by hosts what others wrote past the API.
 */
export function MessageMenu({ entry, isOwn, onDelete, onRemove }: MessageMenuProps) {
  const t = useTranslations("features.chat");
  const surface = useSurface();
  const session = useChatSession();
  const toast = useToast();
  const { isModerator } = useOwnRole();
  const mayWrite = useMayWrite();
  const { content, position, to, author } = entry;
  if (content.kind === "deleted") return null;
  const isFile = content.kind === "file";
  const isKept = position !== undefined;
  const isDeletable = isKept || (mayBeKept(author.identity) && (isFile || !isOwn));
  const mayDelete = isDeletable && (isOwn || (isModerator && to === null));
  const reply = () => {
    const other = isOwn ? to : author.identity;
    const name = isOwn ? undefined : author.name;
    const current = session.draft.snapshot().to;
    session.draft.endAbout();
    session.draft.set({
      about: { kind: "reply", id: entry.id },
      // What was said in private is answered in private.
      to:
        to === null || other === null
          ? null
          : { identity: other, name: name ?? (current?.identity === other ? current.name : "") },
    });
  };
  const copy = async (text: string) => {
    toast({ text: t((await copyText(text)) ? "copied" : "copyFailed") });
  };
  return (
    <Menu modal={false}>
      <MenuTrigger>
        <IconButton
          label={t("actions", { name: author.name })}
          className="opacity-0 focus-visible:opacity-100 aria-expanded:opacity-100 group-hover/row:opacity-100 pointer-coarse:opacity-70"
        >
          <MoreHorizontal {...mark} />
        </IconButton>
      </MenuTrigger>
      <MenuContent container={surface} align={isOwn ? "end" : "start"}>
        {mayWrite && (
          <MenuItem icon={<Reply {...mark} />} onSelect={() => afterMenu(reply)}>
            {t("reply")}
          </MenuItem>
        )}
        {!isFile && (
          <MenuItem icon={<Copy {...mark} />} onSelect={() => void copy(content.text)}>
            {t("copy")}
          </MenuItem>
        )}
        {!isFile && isOwn && isKept && mayWrite && (
          <MenuItem
            icon={<Pencil {...mark} />}
            onSelect={() => afterMenu(() => session.draft.beginEdit(entry.id, content.text))}
          >
            {t("edit")}
          </MenuItem>
        )}
        {isFile && (
          <MenuItem icon={<EyeOff {...mark} />} onSelect={() => afterMenu(() => onRemove(entry))}>
            {t("files.removeHere")}
          </MenuItem>
        )}
        {mayDelete && (
          <MenuItem
            isDanger={true}
            icon={<Trash2 {...mark} />}
            onSelect={() => afterMenu(() => onDelete(entry))}
          >
            {t(isFile ? "files.delete" : "delete")}
          </MenuItem>
        )}
      </MenuContent>
    </Menu>
  );
}
