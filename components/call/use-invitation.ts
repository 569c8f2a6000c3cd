"use client";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toast";
import { copyText } from "@/lib/client/copy-text";
import { useCall } from "./call-provider";
import { useMeetingTitle } from "./use-meeting-state";
import { usePasscode } from "./use-passcode";

const never = () => () => {};
const canShareHere = () => typeof navigator.share === "function";

/**
 * The invitation as people send it: the meeting's title and its link, and from a host the passcode, once it
 * `isWhole`. `share` opens the system's own sheet, where there is one.
 */
export function useInvitation() {
  const t = useTranslations("call.invitation");
  const toast = useToast();
  const title = useMeetingTitle();
  const { passcode, isKnown } = usePasscode();
  const { meetingUrl: url } = useCall().entry;
  const lines = [
    title === undefined ? t("text", { url }) : t("textWithTitle", { title, url }),
    ...(passcode === undefined ? [] : [t("passcode", { passcode })]),
  ];
  const text = lines.join("\n");
  const copy = async () => {
    toast({ text: (await copyText(text)) ? t("copied") : t("notCopied", { url }) });
  };
  // Closing the system's sheet rejects, and is nobody's mistake.
  const share = () =>
    void navigator
      .share({ text, url, ...(title === undefined ? {} : { title }) })
      .catch(() => undefined);
  const canShare = useSyncExternalStore(never, canShareHere, () => false);
  return {
    url,
    text,
    passcode,
    isWhole: isKnown,
    copy: () => void copy(),
    share: canShare ? share : undefined,
  };
}
