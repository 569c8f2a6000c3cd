"use client";
// Where a page failed. It is loaded with every page, so it brings its own few words, which hold nothing
// to fill in, and no translator.
import en from "@/components/messages/generated/en-app";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/contract/paths";
import { MessagePage } from "./message-page";

/** Says that the page could not be shown. `digest` finds the failure in the server's log. */
export function ErrorScreen({ digest }: { digest: string | undefined }) {
  const { error, home, details, requestId } = en.app;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[72rem] flex-col safe-px-5 sm:safe-px-8">
      <MessagePage
        title={error.title}
        text={<p>{error.text}</p>}
        actions={
          <>
            <button
              type="button"
              onClick={() => window.location.reload()}
              className={buttonClass("primary", "large")}
            >
              {error.again}
            </button>
            <a href={paths.home} className={buttonClass("quiet", "large")}>
              {home}
            </a>
          </>
        }
        details={
          digest === undefined ? undefined : { label: details, text: `${requestId} ${digest}` }
        }
      />
    </main>
  );
}
