// How buttons look, apart from what they are: links and plain forms look like buttons too.

export type ButtonVariant = "primary" | "quiet" | "plain" | "danger";
export type ButtonSize = "medium" | "large";

// The clear border is drawn where the system's own colours replace ours.
const shape =
  "inline-flex shrink-0 select-none items-center justify-center border border-transparent font-medium " +
  "transition-[background-color,color,opacity,transform] active:scale-[0.98] " +
  "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-70";

const looks: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  quiet: "bg-ink/8 text-ink hover:bg-ink/14 aria-expanded:bg-ink/14",
  plain: "text-ink hover:bg-ink/8 aria-expanded:bg-ink/8",
  danger: "bg-danger text-on-danger hover:bg-danger/90",
};

const sizes: Record<ButtonSize, string> = {
  medium: "h-11 gap-2 rounded-control px-4 text-base mouse:h-9 mouse:text-sm",
  large: "h-12 gap-2.5 rounded-control px-6 text-base",
};

const iconSizes: Record<ButtonSize, string> = {
  medium: "size-11 rounded-full mouse:size-9",
  large: "size-12 rounded-full",
};

/** The classes of a button with words in it. */
export function buttonClass(variant: ButtonVariant = "quiet", size: ButtonSize = "medium"): string {
  return `${shape} ${looks[variant]} ${sizes[size]}`;
}

/** The classes of a round button that holds an icon alone. */
export function iconButtonClass(
  variant: ButtonVariant = "plain",
  size: ButtonSize = "medium",
): string {
  return `${shape} ${looks[variant]} ${iconSizes[size]}`;
}
