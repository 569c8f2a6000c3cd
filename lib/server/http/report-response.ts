import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import type { MeetingReport } from "@/lib/contract/report";
import { ok } from "./responses";

export const ReportQuery = z.object({
  format: z
    .enum(["json", "csv"], "It is json or csv.")
    .default("json")
    .describe("csv is a table, for spreadsheets; json has all of it."),
  part: z
    .enum(["attendance", "messages"], "It is attendance or messages.")
    .default("attendance")
    .describe(
      "Which table the csv is: one line for each person in each session, or one for each message.",
    ),
});
type ReportQuery = z.infer<typeof ReportQuery>;

/** What the query asks for. */
export function readReportQuery(request: Request): ReportQuery {
  const { searchParams } = new URL(request.url);
  return ReportQuery.parse({
    format: searchParams.get("format") ?? undefined,
    part: searchParams.get("part") ?? undefined,
  });
}

const attendanceColumns = [
  "session",
  "session_started_at",
  "session_ended_at",
  "identity",
  "name",
  "role",
  "joined_at",
  "left_at",
  "total_seconds",
] as const;

const messageColumns = [
  "message_id",
  "sent_at",
  "identity",
  "name",
  "role",
  "text",
  "reply_to",
  "edited_at",
  "deleted_at",
] as const;

/** As a spreadsheet reads it: no cell of it is taken for a formula. */
function tableOf(columns: readonly string[], lines: readonly (string | number | null)[][]): string {
  return stringify([...lines], {
    bom: true,
    header: true,
    columns: [...columns],
    escape_formulas: true,
    // Quoted by itself is only the end of line that we use: another one would begin a row, and a formula.
    quoted_match: /[\r\n]/,
    record_delimiter: "windows",
  });
}

/** Who was there. */
export function attendanceCsv({ sessions }: MeetingReport): string {
  const lines = sessions.flatMap((session, index) =>
    session.attendance.map((person) => [
      index + 1,
      session.started_at,
      session.ended_at,
      person.identity,
      person.name,
      person.role,
      person.joined_at,
      person.left_at,
      person.total_seconds,
    ]),
  );
  return tableOf(attendanceColumns, lines);
}

/** What was written to everybody. */
export function messagesCsv({ messages }: MeetingReport): string {
  const lines = messages.map(({ message_id, author, ...message }) => [
    message_id,
    message.sent_at,
    author.identity,
    author.name,
    author.role,
    message.text,
    message.reply_to,
    message.edited_at,
    message.deleted_at,
  ]);
  return tableOf(messageColumns, lines);
}

/** The report as it was asked for; CSV as a file. */
export function reportResponse(report: MeetingReport, { format, part }: ReportQuery): Response {
  if (format === "json") return ok(report);
  const isOfMessages = part === "messages";
  const name = `meeting-${report.meeting_id}${isOfMessages ? "-messages" : ""}.csv`;
  return new Response(isOfMessages ? messagesCsv(report) : attendanceCsv(report), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}
