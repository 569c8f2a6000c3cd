"use client";
import { Pencil } from "lucide-react";
import { useTranslations } from "use-intl";
import { useHostAct } from "@/components/call/use-host-act";
import { useMeetingTitle } from "@/components/call/use-meeting-state";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { updateMeeting } from "@/lib/client/api";
import { DraftForm, useDraft } from "./draft-form";
import { useAsked } from "./use-asked";

/** The meeting's title, changed where it stands. */
export function TitleField() {
  const t = useTranslations("features.host-controls");
  const title = useMeetingTitle();
  const { run, isPending } = useHostAct();
  const draft = useDraft();
  const key = useShortcutKey("host-controls.rename");
  useAsked("title", () => draft.write(title ?? ""));
  const save = async (written: string) => {
    const wanted = written.trim();
    return await run(
      "title",
      ({ meetingId, as }) => updateMeeting(meetingId, { title: wanted === "" ? null : wanted }, as),
      { failed: draft.fail },
    );
  };

  return (
    <div ref={draft.container}>
      {draft.draft === undefined && (
        <div className="flex items-center gap-2">
          <p className="min-w-0 flex-1 break-words font-medium text-base">
            {title ?? <span className="text-ink-soft">{t("untitled")}</span>}
          </p>
          <IconButton
            label={t("rename")}
            shortcut={key}
            tooltipSide="bottom"
            onClick={() => draft.write(title ?? "")}
          >
            <Pencil size={18} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        </div>
      )}
      <DraftForm draft={draft} label={t("titleField")} isPending={isPending("title")} save={save} />
    </div>
  );
}
