import { type ReactNode, useId } from "react";

interface ChoiceGroupProps<Value extends string> {
  label: string;
  /** A sentence under the label. */
  hint?: ReactNode;
  options: readonly { value: Value; label: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

/** One of a few, side by side where there is room: radio buttons that look like one control. */
export function ChoiceGroup<Value extends string>({
  label,
  hint,
  options,
  chosen,
  onChoose,
}: ChoiceGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset
      aria-describedby={hint === undefined ? undefined : `${name}-hint`}
      className="grid min-w-0 gap-2 py-1"
    >
      <legend className="float-left font-medium text-base mouse:text-sm">{label}</legend>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="-mt-1.5 text-ink-soft text-sm">
          {hint}
        </p>
      )}
      <div className="flex max-w-full flex-wrap gap-1 justify-self-start rounded-control bg-ink/8 p-1">
        {options.map(({ value, label: text }) => (
          <label
            key={value}
            className="relative grid min-h-9 min-w-16 cursor-pointer place-items-center rounded-[6px] px-3 text-ink-soft text-sm transition-colors hover:text-ink has-checked:bg-accent has-checked:font-medium has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 mouse:min-h-8 forced-colors:has-checked:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
              className="absolute inset-0 m-0 size-full cursor-pointer appearance-none rounded-[inherit] outline-none"
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
