"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useTimes } from "@/components/messages/use-times";
import { copyText } from "@/lib/client/copy-text";
import { paths } from "@/lib/contract/paths";
import type { ListedMeeting } from "./merge-meetings";
import type { InvitationFacts } from "./planning/invitation-text";
import { loadPlanning, type PlanningChunk } from "./planning/load-planning";
import { useWhy } from "./use-why";

/** The dialog of a row that was asked for last; it stays drawn when it is closed, to give the focus back. */
interface ShownDialog {
  kind: "time" | "hostLink" | "invitation";
  planning: PlanningChunk;
  isOpen: boolean;
  /** Another one each time, so that a dialog begins anew. */
  round: number;
  facts?: InvitationFacts;
}

/** Under a row: what was done, or what was not and why. */
export interface RowNotice {
  text: string;
  isBad: boolean;
  link?: { href: string; label: string };
}

const failures = {
  invitation: "invitation",
  calendar: "invitation",
  duplicate: "duplicate",
  time: "notLoaded",
  hostLink: "notLoaded",
} as const;

type PlanningAction = keyof typeof failures;

/**
 * What a row's menu does beyond the row itself. The forms are fetched when the first of them is asked
 * for. `onMade` is told that there is a new meeting.
 */
export function useRowActions(meeting: ListedMeeting, address: () => string, onMade: () => void) {
  const t = useTranslations("home.list");
  const failed = useTranslations("home.failed");
  const why = useWhy();
  const times = useTimes();
  const [dialog, setDialog] = useState<ShownDialog>();
  const [notice, setNotice] = useState<RowNotice>();
  const [isBusy, setIsBusy] = useState(false);

  const act = async (action: PlanningAction) => {
    const planning = await loadPlanning();
    const show = (kind: ShownDialog["kind"], facts?: InvitationFacts) =>
      setDialog((before) => ({
        kind,
        planning,
        isOpen: true,
        round: (before?.round ?? 0) + 1,
        ...(facts ? { facts } : {}),
      }));
    switch (action) {
      case "time":
      case "hostLink":
        return show(action);
      case "duplicate": {
        const made = await planning.duplicateMeeting(meeting.meetingId);
        setNotice({
          text: t("duplicated"),
          isBad: false,
          link: { href: paths.meeting(made.meeting_id), label: t("openDuplicate") },
        });
        return onMade();
      }
      case "invitation":
      case "calendar": {
        const { meetingId, title, startsAt = null, hasPasscode } = meeting;
        const facts = await planning.readInvitation(
          { meetingId, title, startsAt, url: address() },
          hasPasscode,
        );
        const isCopied =
          action === "invitation" &&
          times !== undefined &&
          (await copyText(planning.inviteInWords(facts, times)));
        if (!isCopied) return show("invitation", facts);
        return setNotice({ text: t("invitationCopied"), isBad: false });
      }
      default:
        return action satisfies never;
    }
  };

  const perform = async (action: PlanningAction) => {
    if (isBusy) return;
    setIsBusy(true);
    setNotice(undefined);
    try {
      await act(action);
    } catch (error) {
      setNotice({ text: `${failed(failures[action])} ${why(error)}`, isBad: true });
    }
    setIsBusy(false);
  };

  return {
    perform: (action: PlanningAction) => void perform(action),
    isBusy,
    notice,
    setNotice,
    dialog,
    closeDialog: () => setDialog((shown) => shown && { ...shown, isOpen: false }),
  };
}
