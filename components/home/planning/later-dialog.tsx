"use client";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type Times, useTimes } from "@/components/messages/use-times";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { nextFullHour } from "@/lib/client/zoned-time";
import { paths } from "@/lib/contract/paths";
import { Invitation } from "./invitation";
import type { InvitationFacts } from "./invitation-text";
import { newPasscode } from "./new-passcode";
import { PlanningWords } from "./planning-words";
import { readTime } from "./read-time";
import { TimeFields } from "./time-fields";
import { saidOfField, useFailure } from "./use-failure";

interface LaterDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

/** A meeting for later: a small form, which ends with the invitation. */
export function LaterDialog({ isOpen, onClose }: LaterDialogProps) {
  const times = useTimes();
  const [round, setRound] = useState(0);
  const [made, setMade] = useState<InvitationFacts>();
  if (!times) return null;
  return (
    <PlanningWords>
      <Later
        round={round}
        isOpen={isOpen}
        times={times}
        made={made}
        onMade={setMade}
        onClose={() => {
          onClose();
          if (!made) return;
          setMade(undefined);
          setRound(round + 1);
        }}
      />
    </PlanningWords>
  );
}

function Later({
  round,
  isOpen,
  times,
  made,
  onMade,
  onClose,
}: LaterDialogProps & {
  /** How many meetings were made here: for each a form of its own. */
  round: number;
  times: Times;
  made: InvitationFacts | undefined;
  onMade: (facts: InvitationFacts) => void;
}) {
  const t = useTranslations("planning");
  const router = useRouter();
  const end = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // The button that was pressed is gone with the form.
    if (made) end.current?.closest("dialog")?.querySelector("button")?.focus();
  }, [made]);
  return (
    <Dialog
      title={t(made ? "invitation.title" : "later.title")}
      closeLabel={t("close")}
      isOpen={isOpen}
      onClose={onClose}
    >
      <p role="status" className="sr-only">
        {made ? t("later.created") : ""}
      </p>
      {made ? (
        <Invitation facts={made} times={times} untitled={t("later.untitled")}>
          <div className="flex justify-end gap-2">
            <a ref={end} href={paths.meeting(made.meetingId)} className={buttonClass("plain")}>
              {t("invitation.open")}
            </a>
            <Button onClick={onClose}>{t("done")}</Button>
          </div>
        </Invitation>
      ) : (
        <LaterForm
          // What was typed stays until a meeting was made of it.
          key={round}
          times={times}
          onMade={(facts) => {
            onMade(facts);
            // The list behind the dialog shows it, too.
            router.refresh();
          }}
        />
      )}
    </Dialog>
  );
}

function LaterForm({ times, onMade }: { times: Times; onMade: (facts: InvitationFacts) => void }) {
  const t = useTranslations("planning");
  const failure = useFailure();
  const [title, setTitle] = useState("");
  const [hasTime, setHasTime] = useState(true);
  const [wall, setWall] = useState(() => nextFullHour(new Date(), times.timeZone));
  const [hasLobby, setHasLobby] = useState(false);
  const [hasPasscode, setHasPasscode] = useState(false);
  const [passcode, setPasscode] = useState(newPasscode);
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [timeError, setTimeError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  /** A key for each body that was sent. */
  const tries = useRef(new Map<string, string>());

  const titleError = saidOfField(error, "/title");
  const passcodeError = saidOfField(error, "/settings/passcode");
  const isOfField = titleError !== undefined || passcodeError !== undefined;
  useEffect(() => {
    if (isOfField || timeError !== undefined) {
      form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    }
  }, [isOfField, timeError]);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    setError(undefined);
    setTimeError(undefined);
    const time = readTime(wall, times.timeZone, new Date());
    if (hasTime && "fault" in time) return setTimeError(t(`time.${time.fault}`));
    const scheduledAt = hasTime && "at" in time ? time.at : undefined;
    setIsPending(true);
    try {
      const { createMeeting, newIdempotencyKey } = await import("@/lib/client/api");
      const body = {
        title: title.trim() === "" ? undefined : title,
        scheduled_at: scheduledAt,
        settings: { lobby: hasLobby, ...(hasPasscode ? { passcode } : {}) },
      };
      // Where only the answer was lost, the second try gets the meeting that the first one made.
      const sent = JSON.stringify(body);
      const idempotencyKey = tries.current.get(sent) ?? newIdempotencyKey();
      tries.current.set(sent, idempotencyKey);
      const meeting = await createMeeting(body, { idempotencyKey });
      onMade({
        meetingId: meeting.meeting_id,
        title: meeting.title,
        startsAt: meeting.scheduled_at,
        url: meeting.meeting_url,
        passcode: hasPasscode ? passcode.trim() : null,
      });
    } catch (problem) {
      setError(problem);
      setIsPending(false);
    }
  };

  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
      <TextField
        label={t("later.titleField")}
        placeholder={t("later.titleExample")}
        value={title}
        maxLength={240}
        autoComplete="off"
        enterKeyHint="next"
        error={titleError}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="grid gap-2">
        <Switch
          label={t("later.atTime")}
          checked={hasTime}
          onChange={(event) => setHasTime(event.target.checked)}
        />
        {hasTime && (
          <TimeFields
            value={wall}
            times={times}
            error={timeError}
            onChange={(value) => {
              setWall(value);
              setTimeError(undefined);
            }}
          />
        )}
        <Switch
          label={t("later.lobby")}
          hint={t("later.lobbyHint")}
          checked={hasLobby}
          onChange={(event) => setHasLobby(event.target.checked)}
        />
        <Switch
          label={t("later.passcode")}
          hint={t("later.passcodeHint")}
          checked={hasPasscode}
          onChange={(event) => setHasPasscode(event.target.checked)}
        />
        {hasPasscode && (
          <TextField
            label={t("later.passcode")}
            isLabelHidden
            value={passcode}
            maxLength={128}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={passcodeError}
            onChange={(event) => setPasscode(event.target.value)}
          />
        )}
      </div>
      {error !== undefined && !isOfField && (
        <p role="alert" className="text-danger text-sm">
          {failure("create", error)}
        </p>
      )}
      <Button type="submit" variant="primary" size="large" isPending={isPending}>
        {t("later.create")}
      </Button>
    </form>
  );
}
