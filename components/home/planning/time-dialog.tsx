"use client";
import { type SubmitEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { type Times, useTimes } from "@/components/messages/use-times";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { nextFullHour, wallTimeAt } from "@/lib/client/zoned-time";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { PlanningWords } from "./planning-words";
import { readTime } from "./read-time";
import { TimeFields } from "./time-fields";
import { saidOfField, useFailure } from "./use-failure";

interface TimeDialogProps {
  meetingId: string;
  title: string;
  /** The time it has, ISO 8601. */
  scheduledAt: string | null;
  isOpen: boolean;
  onClose: () => void;
  onChanged: (info: MeetingInfo) => void;
}

/** Gives a meeting a time, another one, or none. */
export function TimeDialog(props: TimeDialogProps) {
  const times = useTimes();
  if (!times) return null;
  return (
    <PlanningWords>
      <ChangeTime {...props} times={times} />
    </PlanningWords>
  );
}

function ChangeTime({
  meetingId,
  title,
  scheduledAt,
  isOpen,
  onClose,
  onChanged,
  times,
}: TimeDialogProps & { times: Times }) {
  const t = useTranslations("planning");
  const failure = useFailure();
  const { timeZone } = times;
  const [wall, setWall] = useState(() =>
    scheduledAt === null
      ? nextFullHour(new Date(), timeZone)
      : wallTimeAt(new Date(scheduledAt), timeZone),
  );
  const [pending, setPending] = useState<"save" | "take-away">();
  const [timeError, setTimeError] = useState<string>();
  const [error, setError] = useState<unknown>();

  const change = async (kind: "save" | "take-away", scheduled_at: string | null) => {
    setPending(kind);
    setError(undefined);
    try {
      const { updateMeeting } = await import("@/lib/client/api");
      onChanged(await updateMeeting(meetingId, { scheduled_at }));
    } catch (problem) {
      setTimeError(saidOfField(problem, "/scheduled_at"));
      setError(problem);
      setPending(undefined);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending !== undefined) return;
    const time = readTime(wall, timeZone, new Date());
    if ("fault" in time) {
      setTimeError(t(`time.${time.fault}`));
      event.currentTarget.querySelector("input")?.focus();
      return;
    }
    setTimeError(undefined);
    void change("save", time.at);
  };

  return (
    <Dialog
      title={t(scheduledAt === null ? "time.titleNew" : "time.title")}
      closeLabel={t("close")}
      isOpen={isOpen}
      onClose={onClose}
    >
      <form noValidate onSubmit={submit} className="grid gap-5">
        <p className="-mt-3 break-words text-ink-soft text-sm">{t("time.of", { title })}</p>
        <TimeFields
          value={wall}
          times={times}
          error={timeError}
          onChange={(value) => {
            setWall(value);
            setTimeError(undefined);
          }}
        />
        {error !== undefined && timeError === undefined && (
          <p role="alert" className="text-danger text-sm">
            {failure("time", error)}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="primary"
            isPending={pending === "save"}
            className="grow sm:grow-0"
          >
            {t("time.save")}
          </Button>
          {scheduledAt !== null && (
            <Button
              isPending={pending === "take-away"}
              onClick={() => {
                if (pending === undefined) void change("take-away", null);
              }}
              className="grow sm:grow-0"
            >
              {t("time.takeAway")}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
