import { SitePage } from "@/components/home/site-page";
import { translator } from "@/components/messages/translator";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/contract/paths";
import { ApiReference } from "./api-reference";

/** The page for whoever drives meetings from a program: every address of the API, ready to try. */
export function DocsScreen() {
  const t = translator("docs");
  return (
    <SitePage at="docs">
      <div className="grid justify-items-start gap-4 pt-6 pb-4 sm:pt-10">
        <h1 className="text-balance font-semibold text-xl tracking-tight sm:text-2xl">
          {t("title")}
        </h1>
        <p className="max-w-[65ch] text-ink-soft">{t("lead")}</p>
        <a href={paths.api.openapi} className={buttonClass("quiet")}>
          {t("document")}
        </a>
        <noscript>
          <p className="max-w-[65ch]">{t("withoutScript")}</p>
        </noscript>
      </div>
      <ApiReference
        words={{
          loading: t("loading"),
          failed: t("failed"),
          failedText: t("failedText"),
          again: t("again"),
          operations: t("operations"),
          body: t("body"),
          close: t("close"),
        }}
      />
    </SitePage>
  );
}
