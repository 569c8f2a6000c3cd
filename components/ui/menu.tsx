"use client";
import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ComponentProps, PointerEvent, ReactNode } from "react";

export const Menu = DropdownMenu.Root;
export const MenuRadioGroup = DropdownMenu.RadioGroup;

/** Where a pointer went down to open a menu, until it goes down again in one. There is one such at a time. */
let pressedAt: { x: number; y: number } | undefined;
/** More than a hand moves while it presses, in pixels. */
const stillWithin = 5;

const notePress = ({ clientX, clientY }: PointerEvent) => {
  pressedAt = { x: clientX, y: clientY };
};
const forgetPress = () => {
  pressedAt = undefined;
};

/**
 * An entry can be chosen by pressing the button, drawing to the entry and letting go. A menu that came to lie over
 * the pressed button is not chosen from by letting go of that button.
 */
const ignoreStillRelease = (event: PointerEvent) => {
  if (!pressedAt) return;
  const { x, y } = pressedAt;
  if (Math.hypot(event.clientX - x, event.clientY - y) < stillWithin) event.preventDefault();
};

/** Opens the menu; holds one button (`Button` or `IconButton`), which keeps its own look. */
export function MenuTrigger({ children, ...rest }: ComponentProps<typeof DropdownMenu.Trigger>) {
  return (
    <DropdownMenu.Trigger onPointerDownCapture={notePress} {...rest} asChild>
      {children}
    </DropdownMenu.Trigger>
  );
}

interface MenuContentProps extends ComponentProps<typeof DropdownMenu.Content> {
  /** Where the menu is drawn: the call's own element, or a picture-in-picture window's body. */
  container?: HTMLElement | null | undefined;
}

/** The menu's floating part. Long menus scroll inside it. */
export function MenuContent({ container, className = "", children, ...rest }: MenuContentProps) {
  return (
    <DropdownMenu.Portal {...(container ? { container } : {})}>
      <DropdownMenu.Content
        sideOffset={8}
        collisionPadding={8}
        // Opened by a pointer no entry has the focus yet: arrows then scroll a long one.
        tabIndex={0}
        onPointerDownCapture={forgetPress}
        onPointerUpCapture={ignoreStillRelease}
        {...rest}
        className={`z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-[min(22rem,calc(100vw-1rem))] animate-appear overflow-y-auto rounded-tile border border-edge bg-raised p-1 text-ink shadow-float ${className}`}
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}

const itemClass =
  "flex min-h-11 w-full cursor-pointer select-none items-center gap-3 rounded-control px-3 py-1.5 text-base outline-none " +
  "mouse:min-h-9 mouse:text-sm data-[highlighted]:bg-ink/8 " +
  "data-[disabled]:cursor-default data-[disabled]:opacity-50 " +
  "forced-colors:data-[highlighted]:outline-2 forced-colors:data-[highlighted]:outline-solid";

interface MenuItemProps extends ComponentProps<typeof DropdownMenu.Item> {
  icon?: ReactNode;
  shortcut?: string | undefined;
  /** For what removes or ends something. */
  isDanger?: boolean;
}

export function MenuItem({
  icon,
  shortcut,
  isDanger = false,
  className = "",
  children,
  ...rest
}: MenuItemProps) {
  return (
    <DropdownMenu.Item
      {...rest}
      className={`${itemClass} ${isDanger ? "text-danger" : ""} ${className}`}
    >
      {icon !== undefined && (
        <span className="grid size-5 shrink-0 place-items-center">{icon}</span>
      )}
      <span className="min-w-0 flex-1">{children}</span>
      <Shortcut text={shortcut} />
    </DropdownMenu.Item>
  );
}

/** The key of an entry, for those who have keys. */
function Shortcut({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return <kbd className="font-sans text-ink-soft text-xs pointer-coarse:hidden">{text}</kbd>;
}

const chosenMark = (
  <span className="grid size-5 shrink-0 place-items-center">
    <DropdownMenu.ItemIndicator>
      <Check size={18} strokeWidth={2} aria-hidden="true" />
    </DropdownMenu.ItemIndicator>
  </span>
);

/** One of several, the chosen one marked. */
export function MenuRadioItem({
  className = "",
  children,
  ...rest
}: ComponentProps<typeof DropdownMenu.RadioItem>) {
  return (
    <DropdownMenu.RadioItem {...rest} className={`${itemClass} ${className}`}>
      {chosenMark}
      <span className="min-w-0 flex-1 break-words">{children}</span>
    </DropdownMenu.RadioItem>
  );
}

interface MenuCheckboxItemProps extends ComponentProps<typeof DropdownMenu.CheckboxItem> {
  shortcut?: string | undefined;
}

/** Something that is so or not, marked when it is. */
export function MenuCheckboxItem({
  shortcut,
  className = "",
  children,
  ...rest
}: MenuCheckboxItemProps) {
  return (
    <DropdownMenu.CheckboxItem {...rest} className={`${itemClass} ${className}`}>
      {chosenMark}
      <span className="min-w-0 flex-1 break-words">{children}</span>
      <Shortcut text={shortcut} />
    </DropdownMenu.CheckboxItem>
  );
}

/** A heading over some of the entries. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-3 pt-2 pb-1 font-medium text-ink-soft text-xs">
      {children}
    </DropdownMenu.Label>
  );
}

/**
 * Runs once a menu that closes has given the focus back to its button, so that a dialog which opens next
 * knows where to give it in turn.
 */
export function afterMenu(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run, 0));
}

/** Between groups; not where the group above turned out empty. */
export function MenuSeparator() {
  return <DropdownMenu.Separator className="mx-1 my-1 h-px bg-edge first:hidden" />;
}
