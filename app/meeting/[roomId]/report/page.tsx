import type { Metadata } from "next";
import { cache } from "react";
import { MissingPage } from "@/app/meeting/[roomId]/missing-page";
import { SitePage } from "@/components/home/site-page";
import { translator } from "@/components/messages/translator";
import { ReportScreen } from "@/components/report/report-screen";
import { paths } from "@/lib/contract/paths";
import { readMeetingPage } from "@/lib/server/meetings/meeting-page";

/** The page and its head ask once. */
const read = cache(readMeetingPage);

export async function generateMetadata({
  params,
}: PageProps<"/meeting/[roomId]/report">): Promise<Metadata> {
  const { roomId } = await params;
  const page = await read(roomId);
  const t = translator("meeting");
  const title = page.state === "found" ? page.meeting.title : undefined;
  return {
    title: title ? t("page.reportOn", { title }) : t("page.report"),
    robots: { index: false, follow: false },
  };
}

export default async function ReportPage({ params }: PageProps<"/meeting/[roomId]/report">) {
  const { roomId } = await params;
  const page = await read(roomId);
  switch (page.state) {
    case "found":
      return (
        <SitePage>
          <ReportScreen meetingId={page.meeting.meeting_id} title={page.meeting.title} />
        </SitePage>
      );
    case "unknown":
    case "deleted":
    case "unavailable":
      return <MissingPage state={page.state} address={paths.report(encodeURIComponent(roomId))} />;
    default:
      return page satisfies never;
  }
}
