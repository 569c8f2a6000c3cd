"use client";
import { useTranslations } from "use-intl";
import { PanelFrame } from "@/components/call/panel-frame";
import { useLoaded } from "@/components/call/use-loaded";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

const loadChat = () => import("./chat-room");

/** The chat beside the stage; what it is made of is fetched when it is opened first. */
export function ChatPanel() {
  const t = useTranslations("features.chat");
  const { part, hasFailed, retry } = useLoaded(loadChat, true);
  return (
    <PanelFrame title={t("chat")} hasOwnScroll={true}>
      {part ? (
        <part.ChatRoom />
      ) : (
        <div className="grid flex-1 place-content-center justify-items-center gap-3 p-6 text-center text-sm">
          {hasFailed ? (
            <>
              <p role="alert">{t("notLoaded")}</p>
              <Button onClick={retry}>{t("tryAgain")}</Button>
            </>
          ) : (
            <Spinner label={t("loading")} />
          )}
        </div>
      )}
    </PanelFrame>
  );
}
