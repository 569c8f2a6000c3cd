"use client";
import type { Participant } from "livekit-client";
import { MoreVertical } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuContent, MenuTrigger } from "@/components/ui/menu";
import { useCall } from "./call-provider";
import { useSettings } from "./use-meeting-state";
import { useOwnRole } from "./use-role";
import { useSurface } from "./use-surface";

/** A line between the features' groups, but not beside one that is empty. */
const groupsClass =
  "[&>div:not(:empty)~div:not(:empty)]:mt-1 [&>div:not(:empty)~div:not(:empty)]:border-edge [&>div:not(:empty)~div:not(:empty)]:border-t [&>div:not(:empty)~div:not(:empty)]:pt-1";

interface PersonMenuProps {
  participant: Participant;
  name: string;
  className?: string;
  shortcut?: string | undefined;
  /** Whether it is open, where something else than its button opens it, too. */
  menu?: { open: boolean; onOpenChange: (isOpen: boolean) => void };
  /** What can be done about the tile the menu is on, before what can be done about the person. */
  children?: ReactNode;
}

/** What can be done about somebody, the same on the tile and in the list; nothing where nothing can. */
export function PersonMenu(props: PersonMenuProps) {
  const { features } = useCall().entry;
  const isCertain =
    props.children !== undefined ||
    features.some(({ PersonMenuItem, hasPersonMenu }) => PersonMenuItem && !hasPersonMenu);
  return isCertain ? <TheMenu {...props} /> : <MenuIfOffered {...props} />;
}

/** Where it hangs on who looks at whom: forty-nine rows do not ask that for nothing. */
function MenuIfOffered(props: PersonMenuProps) {
  const { participant } = props;
  const { features } = useCall().entry;
  const { role: viewerRole } = useOwnRole();
  const settings = useSettings();
  const isOffered = features.some(
    ({ PersonMenuItem, hasPersonMenu }) =>
      PersonMenuItem && hasPersonMenu?.({ viewerRole, settings, participant }),
  );
  return isOffered ? <TheMenu {...props} /> : null;
}

function TheMenu({ participant, name, className = "", shortcut, menu, children }: PersonMenuProps) {
  const t = useTranslations("call");
  const surface = useSurface();
  const { features } = useCall().entry;
  return (
    <Menu modal={false} {...menu}>
      <MenuTrigger>
        <IconButton label={t("tileMenu", { name })} shortcut={shortcut} className={className}>
          <MoreVertical size={18} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      </MenuTrigger>
      <MenuContent container={surface} align="end" className={groupsClass}>
        <div>{children}</div>
        {features.map(({ id, PersonMenuItem }) => (
          <div key={id}>{PersonMenuItem && <PersonMenuItem participant={participant} />}</div>
        ))}
      </MenuContent>
    </Menu>
  );
}
