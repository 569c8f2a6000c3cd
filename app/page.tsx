import { translator } from "@/components/messages/translator";

export default function HomePage() {
  const t = translator("home");
  return <h1>{t("title")}</h1>;
}
