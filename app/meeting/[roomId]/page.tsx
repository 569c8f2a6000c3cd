import type { Metadata, ResolvingMetadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { ArrivalScript } from "@/components/meeting/arrival-script";
import { MeetingScreen } from "@/components/meeting/meeting-screen";
import { MessagesProvider } from "@/components/messages/messages-provider";
import { currentLocale, pageMessages, translator } from "@/components/messages/translator";
import { paths } from "@/lib/contract/paths";
import { readMeetingPage } from "@/lib/server/meetings/meeting-page";
import { MissingPage } from "./missing-page";

/** The page and its head ask once. */
const read = cache(readMeetingPage);

export async function generateMetadata(
  { params }: PageProps<"/meeting/[roomId]">,
  parent: ResolvingMetadata,
): Promise<Metadata> {
  const { roomId } = await params;
  const t = translator("meeting");
  const app = translator("app")("name");
  const page = await read(roomId);
  const title = page.state === "found" && page.meeting.title ? page.meeting.title : t("page.title");
  return {
    title,
    description: t("page.description"),
    robots: { index: false, follow: false },
    openGraph: {
      title,
      description: t("page.description"),
      siteName: app,
      type: "website",
      // What a page says of itself replaces the whole of it, the icon included.
      images: (await parent).openGraph?.images ?? [],
    },
  };
}

export default async function MeetingPage({ params }: PageProps<"/meeting/[roomId]">) {
  const { roomId } = await params;
  const page = await read(roomId);
  switch (page.state) {
    case "found":
      return (
        <MessagesProvider locale={currentLocale()} messages={pageMessages()}>
          <ArrivalScript
            meetingId={page.meeting.meeting_id}
            nonce={(await headers()).get("x-nonce") ?? undefined}
          />
          <MeetingScreen meeting={page.meeting} isHost={page.isHost} />
        </MessagesProvider>
      );
    case "unknown":
    case "deleted":
    case "unavailable":
      return <MissingPage state={page.state} address={paths.meeting(encodeURIComponent(roomId))} />;
    default:
      return page satisfies never;
  }
}
