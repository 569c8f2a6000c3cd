"use client";
import { Download, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/lib/client/save-file";
import type { ReportFile } from "@/lib/contract/paths";
import { useWhy } from "./use-said";

const icon = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

const endings: Record<ReportFile, string> = {
  csv: ".csv",
  messagesCsv: "-messages.csv",
  json: ".json",
};

/** The report to take along: a file, or paper. */
export function ReportActions({
  meetingId,
  hasMessages,
}: {
  meetingId: string;
  hasMessages: boolean;
}) {
  const t = useTranslations("report");
  const why = useWhy();
  const [pending, setPending] = useState<ReportFile>();
  const [error, setError] = useState<string>();

  const download = async (file: ReportFile) => {
    setPending(file);
    setError(undefined);
    try {
      const { downloadHostedReport } = await import("@/lib/client/hosted-report");
      saveFile(await downloadHostedReport(meetingId, file), `report-${meetingId}${endings[file]}`);
    } catch (problem) {
      setError(`${t("failed.download")} ${why(problem)}`);
    }
    setPending(undefined);
  };

  const files = (["csv", "messagesCsv", "json"] as const).filter(
    (file) => hasMessages || file !== "messagesCsv",
  );
  return (
    <div className="grid gap-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        {files.map((file) => (
          <Button
            key={file}
            aria-label={t(`${file}Named`)}
            isPending={pending === file}
            onClick={() => void download(file)}
            icon={<Download {...icon} />}
          >
            {t(file)}
          </Button>
        ))}
        <Button onClick={() => window.print()} icon={<Printer {...icon} />}>
          {t("print")}
        </Button>
      </div>
      {error !== undefined && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
