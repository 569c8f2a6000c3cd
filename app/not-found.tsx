import type { Metadata } from "next";
import { MessagePage } from "@/components/home/message-page";
import { SitePage } from "@/components/home/site-page";
import { translator } from "@/components/messages/translator";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/contract/paths";

export function generateMetadata(): Metadata {
  return { title: translator("app")("notFound.title") };
}

export default function NotFoundPage() {
  const t = translator("app");
  return (
    <SitePage>
      <MessagePage
        title={t("notFound.title")}
        text={<p>{t("notFound.text")}</p>}
        actions={
          <a href={paths.home} className={buttonClass("primary", "large")}>
            {t("home")}
          </a>
        }
      />
    </SitePage>
  );
}
