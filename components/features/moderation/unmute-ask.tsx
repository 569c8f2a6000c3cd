"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { Mic } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useDeviceToggle } from "@/components/call/use-device-toggle";
import { useFactsOf } from "@/components/call/use-role";
import { Button } from "@/components/ui/button";
import { readStored, writeStored } from "@/lib/client/storage";
import { isFreshAsk } from "./fresh-ask";

const keyOf = (meetingId: string) => `meetings.unmute-asked.${meetingId}`;

/** Passes on that a host asks one to turn the microphone on. Turning it on stays the person's own act. */
export function UnmuteAsk() {
  const t = useTranslations("features.moderation");
  const { phase, entry } = useCall();
  const { meetingId } = entry;
  const { localParticipant } = useLocalParticipant();
  const { unmute_asked_at: askedAt, unmute_asked_by: askedBy } = useFactsOf(localParticipant);
  const { isOn, unavailable, toggle } = useDeviceToggle("microphone");
  const [asking, setAsking] = useState<{ by: string | undefined }>();
  const wasQuiet = useRef(false);

  const heard = useEffectEvent(() => {
    if (askedAt === undefined) {
      // From now on an ask that comes is fresh, whatever this computer's clock says.
      if (phase === "in-call") wasQuiet.current = true;
      return;
    }
    const isFresh = isFreshAsk({
      askedAt,
      answered: readStored("tab", keyOf(meetingId)),
      now: Date.now(),
      cameWhileHere: wasQuiet.current,
    });
    wasQuiet.current = true;
    writeStored("tab", keyOf(meetingId), askedAt);
    if (isFresh && !isOn) setAsking({ by: askedBy });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an ask of another moment, or another connection.
  useEffect(() => heard(), [askedAt, localParticipant, phase]);

  const isShown = asking !== undefined && !isOn && unavailable === undefined;
  useEffect(() => {
    if (isOn) setAsking(undefined);
  }, [isOn]);
  return (
    <div role="status">
      {isShown && (
        <div className="flex max-w-full animate-rise flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-dialog border border-edge bg-raised px-4 py-3 text-ink text-sm shadow-float">
          <span>
            {asking.by === undefined ? t("asksYou") : t("asksYouNamed", { name: asking.by })}
          </span>
          <span className="flex gap-2">
            <Button onClick={() => setAsking(undefined)}>{t("notNow")}</Button>
            <Button
              variant="primary"
              icon={<Mic size={18} strokeWidth={1.75} aria-hidden="true" />}
              onClick={toggle}
            >
              {t("turnOn")}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}
