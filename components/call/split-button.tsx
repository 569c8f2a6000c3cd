"use client";
import { ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuContent, MenuTrigger } from "@/components/ui/menu";
import type { MediaKind } from "@/lib/client/media-errors";
import { useSurface } from "./use-surface";

interface SplitButtonProps {
  device: MediaKind;
  label: string;
  shortcut: string | undefined;
  icon: ReactNode;
  isOn: boolean;
  /** Why it cannot be turned on, where it cannot. */
  unavailable?: string | undefined;
  onToggle: () => void;
  menuLabel: string;
  /** The menu's entries. */
  children: ReactNode;
}

/** A device's button: pressing it turns the device, the arrow beside it chooses another. */
export function SplitButton({
  device,
  label,
  shortcut,
  icon,
  isOn,
  unavailable,
  onToggle,
  menuLabel,
  children,
}: SplitButtonProps) {
  const surface = useSurface();
  return (
    <div
      className={`flex items-center rounded-full ${
        isOn || unavailable !== undefined ? "bg-ink/12" : "bg-ink/25"
      }`}
    >
      <IconButton
        label={label}
        shortcut={shortcut}
        size="large"
        unavailable={unavailable}
        data-turns={device}
        onClick={onToggle}
        className={isOn || unavailable !== undefined ? "" : "bg-ink! text-canvas! hover:bg-ink/90!"}
      >
        {icon}
      </IconButton>
      <Menu modal={false}>
        <MenuTrigger>
          <IconButton label={menuLabel} className="-ml-1 max-sm:hidden">
            <ChevronUp size={18} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        </MenuTrigger>
        <MenuContent container={surface} side="top" align="start">
          {children}
        </MenuContent>
      </Menu>
    </div>
  );
}
