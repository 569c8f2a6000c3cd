"use client";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useMeetingTitle } from "@/components/call/use-meeting-state";
import { useToast } from "@/components/ui/toast";

/** The invitation as people send it: a line with the meeting's title and its link. */
export function useInvitation() {
  const t = useTranslations("features.invite");
  const toast = useToast();
  const title = useMeetingTitle();
  const { meetingUrl: url } = useCall().entry;
  const text = title === undefined ? t("text", { url }) : t("textWithTitle", { title, url });

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t("copied") });
    } catch {
      toast({ text: t("notCopied", { url }) });
    }
  };
  return { url, text, copy: () => void copy() };
}
