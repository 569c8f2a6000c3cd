import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MessagePage } from "@/components/home/message-page";
import { SitePage } from "@/components/home/site-page";
import { translator } from "@/components/messages/translator";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/contract/paths";
import { isProblemCode, problems } from "@/lib/contract/problem";

type Props = PageProps<"/problems/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  if (!isProblemCode(code)) return {};
  return { title: translator("problems")(`codes.${code}.title`) };
}

/** What the `type` of a problem links to: each kind of refusal, explained. */
export default async function ProblemPage({ params }: Props) {
  const { code } = await params;
  if (!isProblemCode(code)) notFound();
  const t = translator("problems");
  const { status } = problems[code];
  return (
    <SitePage>
      <MessagePage
        title={t(`codes.${code}.title`)}
        text={
          <>
            <h2 className="font-medium text-ink">{t("meaningTitle")}</h2>
            <p className="-mt-2">{t(`codes.${code}.meaning`)}</p>
            <h2 className="font-medium text-ink">{t("remedyTitle")}</h2>
            <p className="-mt-2">{t(`codes.${code}.remedy`)}</p>
            <p className="font-mono text-xs">
              {t("forPrograms", { code, status: String(status) })}
            </p>
          </>
        }
        actions={
          <a href={paths.home} className={buttonClass("primary", "large")}>
            {translator("app")("home")}
          </a>
        }
      />
    </SitePage>
  );
}
