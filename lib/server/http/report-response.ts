import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import type { MeetingReport } from "@/lib/contract/report";
import { ok } from "./responses";

export const ReportQuery = z.object({
  format: z
    .enum(["json", "csv"], "It is json or csv.")
    .default("json")
    .describe("csv is one line for each person in each session, for spreadsheets."),
});

type Format = z.infer<typeof ReportQuery>["format"];

/** The format that the query asks for. */
export function readReportFormat(request: Request): Format {
  const { searchParams } = new URL(request.url);
  return ReportQuery.parse({ format: searchParams.get("format") ?? undefined }).format;
}

const columns = [
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

/** The attendance as a spreadsheet reads it: no cell of it is taken for a formula. */
export function csvOf({ sessions }: MeetingReport): string {
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
  return stringify(lines, {
    bom: true,
    header: true,
    columns: [...columns],
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

/** The report in the format that was asked for; CSV as a file. */
export function reportResponse(report: MeetingReport, format: Format): Response {
  if (format === "json") return ok(report);
  return new Response(csvOf(report), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="meeting-${report.meeting_id}.csv"`,
    },
  });
}
