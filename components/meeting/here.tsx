"use client";
import { useTranslations } from "use-intl";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { useWhoIsHere } from "./use-who-is-here";

/** Who is inside already, as far as this person may know. */
export function Here({ meeting, isHost }: { meeting: MeetingInfo; isHost: boolean }) {
  const t = useTranslations("meeting.here");
  const { settings, num_participants } = meeting;
  const isKept =
    settings.lobby || settings.has_passcode || settings.locked || settings.wait_for_host;
  const here = useWhoIsHere(meeting.meeting_id, isHost || !isKept);
  const words = () => {
    switch (here?.kind) {
      case undefined:
        // What the server knew when it sent the page; names come a moment later, or not at all.
        return num_participants === null || num_participants === 0
          ? t("nobody")
          : t("count", { count: num_participants });
      case "count":
        return here.count === 0 ? t("nobody") : t("count", { count: here.count });
      case "nobody":
        return t("nobody");
      case "one":
        return t("one", { name: here.name });
      case "two":
        return t("two", { first: here.first, second: here.second });
      case "more":
        return t("more", { name: here.name, others: String(here.others) });
      default:
        return here satisfies never;
    }
  };
  return (
    <p aria-live="polite" className="break-words text-base text-ink-soft">
      {words()}
    </p>
  );
}
