import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass, iconButtonClass } from "./button-class";
import { Spinner } from "./spinner";
import { Tooltip, type TooltipSide } from "./tooltip";

/** A shortcut as `aria-keyshortcuts` spells it. */
const keysOf = (shortcut: string | undefined) => shortcut?.replaceAll("Ctrl", "Control");

interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shown before the words. */
  icon?: ReactNode;
  /** What was pressed is under way: the button keeps its place and width, and takes no second press. */
  isPending?: boolean;
  /** As a person reads it, "Ctrl+D"; told to screen readers. */
  shortcut?: string | undefined;
}

/** A button with words. `type` is "button" unless said otherwise. */
export function Button({
  variant = "quiet",
  size = "medium",
  icon,
  isPending = false,
  shortcut,
  className = "",
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-keyshortcuts={keysOf(shortcut)}
      {...(isPending ? { "aria-busy": true, "aria-disabled": true } : {})}
      onClick={isPending ? (event) => event.preventDefault() : onClick}
      className={`${buttonClass(variant, size)} relative ${className}`}
    >
      <span className={`inline-flex items-center gap-[inherit] ${isPending ? "opacity-0" : ""}`}>
        {icon}
        {children}
      </span>
      {isPending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  /** The accessible name, also shown as the tooltip. */
  label: string;
  /** The icon: 20 px, hidden from screen readers. */
  children: ReactNode;
  /** As a person reads it, "Ctrl+D"; shown in the tooltip and told to screen readers. */
  shortcut?: string | undefined;
  variant?: ButtonVariant;
  size?: ButtonSize;
  tooltipSide?: TooltipSide;
  /** Why pressing it does nothing now; shown in place of the tooltip. It can still be focused. */
  unavailable?: string | undefined;
}

/** A round button with an icon alone, named by `label`, which its tooltip shows. */
export function IconButton({
  label,
  shortcut,
  variant = "plain",
  size = "medium",
  tooltipSide = "top",
  unavailable,
  className = "",
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip
      text={unavailable ?? label}
      shortcut={unavailable === undefined ? shortcut : undefined}
      side={tooltipSide}
    >
      <button
        type="button"
        {...rest}
        {...(unavailable === undefined
          ? {}
          : { "aria-disabled": true, "aria-description": unavailable })}
        aria-label={label}
        aria-keyshortcuts={keysOf(shortcut)}
        className={`${iconButtonClass(variant, size)} ${className}`}
      >
        {children}
      </button>
    </Tooltip>
  );
}
