import type { Metadata } from "next";
import { DocsScreen } from "@/components/home/api-reference/docs-screen";
import { translator } from "@/components/messages/translator";

export function generateMetadata(): Metadata {
  const t = translator("docs");
  return { title: t("title"), description: t("lead") };
}

export default function DocsPage() {
  return <DocsScreen />;
}
