import type { ReactNode } from "react";

interface MessagePageProps {
  title: string;
  /** Sentences: what happened, and what to do. */
  text: ReactNode;
  /** The next step or two. */
  actions: ReactNode;
  /** Behind a fold, for whoever helps. */
  details?: { label: string; text: string } | undefined;
}

/** A page that says one thing and offers the next step. */
export function MessagePage({ title, text, actions, details }: MessagePageProps) {
  return (
    <div className="my-auto grid max-w-[36rem] justify-items-start gap-6 py-12 sm:mx-auto sm:w-full">
      <h1 className="text-balance font-semibold text-xl tracking-tight">{title}</h1>
      <div className="grid max-w-[65ch] gap-3 text-ink-soft">{text}</div>
      <div className="flex flex-wrap gap-3">{actions}</div>
      {details && (
        <details className="text-ink-soft text-sm">
          <summary className="w-fit rounded-[4px] py-1">{details.label}</summary>
          <p className="break-all py-1 font-mono text-xs">{details.text}</p>
        </details>
      )}
    </div>
  );
}
