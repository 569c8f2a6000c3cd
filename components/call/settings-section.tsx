import { type ReactNode, useId } from "react";

/** A part of a tab of the settings, with its heading. */
export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1">
      <h3 id={id} className="pb-1 font-semibold text-ink-soft text-sm">
        {title}
      </h3>
      {children}
    </section>
  );
}
