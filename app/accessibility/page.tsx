import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SitePage } from "@/components/home/site-page";
import { translator } from "@/components/messages/translator";

export function generateMetadata(): Metadata {
  return { title: translator("accessibility")("title") };
}

const checked = ["axe", "keyboard", "tree", "spoken", "zoom", "motion", "colour"] as const;
const missing = ["readers", "captions", "docs"] as const;

/** What somebody who needs it may rely on: what was checked, how, and what is not there yet. */
export default function AccessibilityPage() {
  const t = translator("accessibility");
  return (
    <SitePage at="accessibility">
      <article className="grid w-full max-w-[65ch] gap-8 py-6 pb-16 text-pretty sm:py-10">
        <div className="grid gap-3">
          <h1 className="font-semibold text-2xl sm:text-3xl">{t("title")}</h1>
          <p className="text-ink-soft">{t("aim")}</p>
        </div>
        <Part title={t("help.title")}>
          <p>{t("help.text")}</p>
        </Part>
        <Part title={t("checked.title")}>
          <dl className="grid gap-4">
            {checked.map((each) => (
              <div key={each} className="grid gap-0.5">
                <dt className="font-medium">{t(`checked.${each}.what`)}</dt>
                <dd className="text-ink-soft">{t(`checked.${each}.how`)}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part title={t("missing.title")}>
          <ul className="grid list-disc gap-2 pl-5 text-ink-soft">
            {missing.map((each) => (
              <li key={each}>{t(`missing.${each}`)}</li>
            ))}
          </ul>
        </Part>
        <Part title={t("tell.title")}>
          <p>{t("tell.text")}</p>
        </Part>
      </article>
    </SitePage>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-lg">{title}</h2>
      {children}
    </section>
  );
}
