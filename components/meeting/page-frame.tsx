import type { ReactNode } from "react";
import { LogoMark } from "@/components/ui/logo";
import { paths } from "@/lib/contract/paths";

/** The page around everything that is not the call: the mark, and what it is about in the middle. */
export function PageFrame({ homeLabel, children }: { homeLabel: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-canvas text-ink">
      <header className="safe-px-4 pt-4 md:safe-px-8 md:pt-6 [@media(max-height:33rem)]:hidden">
        <a
          href={paths.home}
          aria-label={homeLabel}
          className="-m-2 inline-flex rounded-control p-2 transition-opacity hover:opacity-80"
        >
          <LogoMark />
        </a>
      </header>
      <main className="flex flex-1 flex-col">{children}</main>
    </div>
  );
}

/** A page of one sentence and one or two buttons. */
export function OneSentence({ children }: { children: ReactNode }) {
  return (
    <div className="m-auto grid w-full max-w-lg animate-appear justify-items-center gap-4 safe-px-4 pt-8 pb-24 text-center">
      {children}
    </div>
  );
}
