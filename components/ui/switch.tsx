import { type ComponentProps, type ReactNode, useId } from "react";

interface SwitchProps extends Omit<ComponentProps<"input">, "id" | "type" | "role" | "children"> {
  label: ReactNode;
  /** A sentence under the label: what is different when it is on. */
  hint?: string | undefined;
}

/** Something that is on or off, with its words beside it; the whole line can be pressed. */
export function Switch({ label, hint, className = "", ...rest }: SwitchProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={`flex min-h-11 items-center gap-4 py-1 has-disabled:cursor-not-allowed has-disabled:opacity-50 mouse:min-h-9 ${className}`}
    >
      <span className="min-w-0 flex-1">
        <span id={`${id}-label`} className="block font-medium text-base mouse:text-sm">
          {label}
        </span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="block text-ink-soft text-sm">
            {hint}
          </span>
        )}
      </span>
      <span className="relative h-6 w-10 shrink-0">
        <input
          {...rest}
          id={id}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked.
          role="switch"
          // The hint stands in the label, so that it can be pressed, and is not part of the name.
          aria-labelledby={`${id}-label`}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className="peer absolute inset-0 m-0 size-full cursor-pointer appearance-none rounded-full bg-edge-strong transition-colors checked:bg-accent disabled:cursor-not-allowed forced-colors:border forced-colors:checked:bg-[Highlight]"
        />
        <span className="pointer-events-none absolute top-0.5 left-0.5 size-5 rounded-full bg-white transition-transform peer-checked:translate-x-4 peer-checked:bg-on-accent forced-colors:bg-[ButtonText]" />
      </span>
    </label>
  );
}
