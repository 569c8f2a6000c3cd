import type { ReactNode } from "react";
import { currentLocale, pageMessages, translator } from "@/components/messages/translator";
import { Logo } from "@/components/ui/logo";
import { paths } from "@/lib/contract/paths";
import { HomeMessages } from "./home-messages";
import { ThemeSwitch } from "./theme-switch";

/** What every page outside a meeting has: the header with the way home, and the main part. */
export function SitePage({ at, children }: { at?: "docs" | "accessibility"; children: ReactNode }) {
  const t = translator("app");
  const { home, ui } = pageMessages();
  return (
    <HomeMessages locale={currentLocale()} messages={{ home, ui }}>
      <div className="mx-auto flex min-h-dvh w-full max-w-[72rem] flex-col safe-px-5 sm:safe-px-8 print:min-h-0 print:px-0">
        <a
          href="#main"
          className="sr-only z-50 rounded-control bg-raised font-medium text-sm shadow-float focus:not-sr-only focus:fixed focus:top-4 focus:left-4 focus:px-4 focus:py-2.5"
        >
          {t("skipToContent")}
        </a>
        <header className="flex flex-wrap items-center justify-between gap-1 py-4 sm:py-6 print:hidden">
          <a href={paths.home} className="rounded-control py-1.5 sm:pr-2">
            <Logo name={t("name")} />
          </a>
          <div className="flex items-center gap-1 sm:gap-3">
            <a
              href={paths.docs}
              aria-current={at === "docs" ? "page" : undefined}
              className="rounded-control px-2 py-3 font-medium text-ink-soft text-sm transition-colors hover:text-ink aria-[current]:text-ink mouse:px-3 mouse:py-2"
            >
              {t("docs")}
            </a>
            <ThemeSwitch />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
          {children}
        </main>
        <footer className="py-4 print:hidden">
          <a
            href={paths.accessibility}
            aria-current={at === "accessibility" ? "page" : undefined}
            className="-mx-2 inline-block rounded-control px-2 py-3 text-ink-soft text-sm transition-colors hover:text-ink aria-[current]:text-ink mouse:py-2"
          >
            {t("accessibility")}
          </a>
        </footer>
      </div>
    </HomeMessages>
  );
}
