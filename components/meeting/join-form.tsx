"use client";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { readPreferences } from "@/lib/client/preferences";
import { seatOf } from "@/lib/client/seats";
import type { JoinNotice } from "./join-failure";
import { Notice } from "./notice";

/** As it was typed. */
export interface JoinInput {
  name: string;
  passcode: string;
}

interface JoinFormProps {
  meetingId: string;
  /** Newcomers are asked for it; a seat from before, and a host, need none. */
  asksPasscode: boolean;
  isJoining: boolean;
  /** A second person of this browser: the name is not the remembered one. */
  isSomeoneElse: boolean;
  /** Neither camera nor microphone can be used: the way in without them is shown, too. */
  isWithoutDevices: boolean;
  notice: JoinNotice | undefined;
  nameError: string | undefined;
  passcodeError: string | undefined;
  onJoin: (input: JoinInput) => void;
  onReload: () => void;
}

/** One's name, the passcode where one is needed, and the way in. */
export function JoinForm({
  meetingId,
  asksPasscode,
  isJoining,
  isSomeoneElse,
  isWithoutDevices,
  notice,
  nameError,
  passcodeError,
  onJoin,
  onReload,
}: JoinFormProps) {
  const t = useTranslations("meeting");
  const form = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const passcodeField = useRef<HTMLInputElement>(null);
  // Once it was asked for it stays, with what was typed, whatever else goes wrong.
  const [wasAsked, setWasAsked] = useState(false);
  if (passcodeError !== undefined && !wasAsked) setWasAsked(true);
  const showsPasscode = asksPasscode || wasAsked;

  // The fields are the browser's own: what was typed before this script arrived stays.
  useEffect(() => {
    const field = nameField.current;
    if (!field) return;
    // Who has a seat here is who they were: another name would be another person, without their role.
    if (field.value === "" && !isSomeoneElse) {
      field.value = seatOf(meetingId)?.name ?? readPreferences().name;
      // Who was in the field before the name came writes another one, and not behind this one.
      if (document.activeElement === field) field.select();
    }
    performance.mark("name-field-usable");
    const isNobodyBusy = document.activeElement === document.body;
    // On a phone this would bring up the keyboard over the picture.
    const hasKeyboard = window.matchMedia("(pointer: fine)").matches;
    if (field.value === "" && isNobodyBusy && hasKeyboard) field.focus();
  }, [isSomeoneElse, meetingId]);

  useEffect(() => {
    if (nameError !== undefined) nameField.current?.focus();
  }, [nameError]);

  // Again after each refusal, also when the sentence is the same.
  useEffect(() => {
    if (passcodeError === undefined || isJoining) return;
    passcodeField.current?.focus();
    passcodeField.current?.select();
  }, [passcodeError, isJoining]);

  function submit(data: FormData) {
    // After an action React puts the fields back to their defaults: what was typed is to stay.
    for (const { current: field } of [nameField, passcodeField]) {
      if (field) field.defaultValue = field.value;
    }
    const textOf = (key: string) => {
      const value = data.get(key);
      return typeof value === "string" ? value.trim() : "";
    };
    onJoin({ name: textOf("name"), passcode: textOf("passcode") });
  }

  return (
    <form ref={form} action={submit} noValidate className="grid gap-4">
      <TextField
        ref={nameField}
        name="name"
        label={t("yourName")}
        error={nameError}
        autoComplete="name"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint={showsPasscode ? "next" : "go"}
        maxLength={200}
      />
      {showsPasscode && (
        <TextField
          ref={passcodeField}
          name="passcode"
          label={t("passcode")}
          hint={t("passcodeHint")}
          error={isJoining ? undefined : passcodeError}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={128}
        />
      )}
      {notice && !isJoining && (
        <Notice notice={notice} onRetry={() => form.current?.requestSubmit()} onReload={onReload} />
      )}
      <Button type="submit" variant="primary" size="large" isPending={isJoining}>
        {t("join")}
      </Button>
      <p role="status" className="sr-only">
        {isJoining ? t("joining") : ""}
      </p>
      {isWithoutDevices && (
        <Button type="submit" disabled={isJoining}>
          {t("joinWithout")}
        </Button>
      )}
    </form>
  );
}
