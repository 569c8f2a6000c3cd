"use client";
import { Download, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/lib/client/save-file";
import { useWhy } from "./use-said";

const icon = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

/** The report to take along: a file, or paper. */
export function ReportActions({ meetingId }: { meetingId: string }) {
  const t = useTranslations("report");
  const why = useWhy();
  const [pending, setPending] = useState<"json" | "csv">();
  const [error, setError] = useState<string>();

  const download = async (format: "json" | "csv") => {
    setPending(format);
    setError(undefined);
    try {
      const { downloadHostedReport } = await import("@/lib/client/hosted-report");
      saveFile(await downloadHostedReport(meetingId, format), `report-${meetingId}.${format}`);
    } catch (problem) {
      setError(`${t("failed.download")} ${why(problem)}`);
    }
    setPending(undefined);
  };

  return (
    <div className="grid gap-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        {(["csv", "json"] as const).map((format) => (
          <Button
            key={format}
            aria-label={t(`${format}Named`)}
            isPending={pending === format}
            onClick={() => void download(format)}
            icon={<Download {...icon} />}
          >
            {t(format)}
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
