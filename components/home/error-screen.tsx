"use client";
// Where a page failed. It is loaded with every page, so it brings its own few words and little else.
import { useMemo } from "react";
import { createTranslator } from "use-intl/core";
import en from "@/components/messages/generated/en-app";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/contract/paths";
import { MessagePage } from "./message-page";

/** Says that the page could not be shown. `digest` finds the failure in the server's log. */
export function ErrorScreen({ digest }: { digest: string | undefined }) {
  const t = useMemo(() => createTranslator({ locale: "en", messages: en, namespace: "app" }), []);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[72rem] flex-col px-5 sm:px-8">
      <MessagePage
        title={t("error.title")}
        text={<p>{t("error.text")}</p>}
        actions={
          <>
            <button
              type="button"
              onClick={() => window.location.reload()}
              className={buttonClass("primary", "large")}
            >
              {t("error.again")}
            </button>
            <a href={paths.home} className={buttonClass("quiet", "large")}>
              {t("home")}
            </a>
          </>
        }
        details={
          digest === undefined
            ? undefined
            : { label: t("details"), text: t("requestId", { id: digest }) }
        }
      />
    </main>
  );
}
