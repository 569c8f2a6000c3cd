import { DeletedMeeting, UnavailableMeeting, UnknownMeeting } from "@/components/meeting/missing";
import { translator } from "@/components/messages/translator";

interface MissingPageProps {
  state: "unknown" | "deleted" | "unavailable";
  /** This page, for the next try. */
  address: string;
}

/** In the place of a page about a meeting that is not there. */
export function MissingPage({ state, address }: MissingPageProps) {
  const t = translator("meeting");
  const home = t("home");
  switch (state) {
    case "unknown":
      return (
        <UnknownMeeting
          words={{
            home,
            title: t("missing.unknown"),
            text: t("missing.unknownText"),
            codeLabel: t("missing.codeLabel"),
            join: t("missing.join"),
          }}
        />
      );
    case "deleted":
      return (
        <DeletedMeeting
          words={{ home, title: t("end.meetingDeleted"), text: t("end.meetingDeletedText") }}
        />
      );
    case "unavailable":
      return (
        <UnavailableMeeting
          words={{
            home,
            title: t("missing.unavailable"),
            text: t("missing.unavailableText"),
            tryAgain: t("missing.tryAgain"),
          }}
          address={address}
        />
      );
    default:
      return state satisfies never;
  }
}
