import { type ComponentProps, useId } from "react";

/** How a field for text looks; also for forms that carry no script. */
export const fieldClass =
  "h-11 w-full min-w-0 rounded-control border border-edge-strong bg-surface px-3 text-base text-ink " +
  "placeholder:text-ink-soft focus-visible:border-focus aria-invalid:border-danger " +
  "disabled:cursor-not-allowed disabled:opacity-50";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "id"> {
  label: string;
  /** The label is for screen readers alone; the field's place and placeholder say it to the eye. */
  isLabelHidden?: boolean;
  /** A sentence under the field. */
  hint?: string | undefined;
  /** What is wrong and what to do, under the field in place of the hint. */
  error?: string | undefined;
}

/** A field for one line of text, with its label, hint and error tied to it. */
export function TextField({
  label,
  isLabelHidden = false,
  hint,
  error,
  className = "",
  ...rest
}: TextFieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={`grid gap-1.5 ${className}`}>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "font-medium text-sm"}>
        {label}
      </label>
      <input
        type="text"
        {...rest}
        id={id}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        className={fieldClass}
      />
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={`text-sm ${error === undefined ? "text-ink-soft" : "text-danger"}`}
        >
          {note}
        </p>
      )}
    </div>
  );
}
