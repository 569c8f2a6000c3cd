import { type ReactNode, useId } from "react";

/** Some things of the panel that belong together, under a heading. */
export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1">
      <h3 id={id} className="pb-1 font-medium text-ink-soft text-xs">
        {title}
      </h3>
      {children}
    </section>
  );
}
