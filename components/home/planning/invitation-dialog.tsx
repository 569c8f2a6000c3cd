"use client";
import { useTranslations } from "use-intl";
import { useTimes } from "@/components/messages/use-times";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Invitation } from "./invitation";
import type { InvitationFacts } from "./invitation-text";
import { PlanningWords } from "./planning-words";

interface InvitationDialogProps {
  facts: InvitationFacts;
  isOpen: boolean;
  onClose: () => void;
}

/** The invitation to a meeting that there is: to copy, to share, and for a calendar. */
export function InvitationDialog(props: InvitationDialogProps) {
  return (
    <PlanningWords>
      <ShownInvitation {...props} />
    </PlanningWords>
  );
}

function ShownInvitation({ facts, isOpen, onClose }: InvitationDialogProps) {
  const t = useTranslations("planning");
  const times = useTimes();
  if (!times) return null;
  return (
    <Dialog title={t("invitation.title")} closeLabel={t("close")} isOpen={isOpen} onClose={onClose}>
      <Invitation facts={facts} times={times} untitled={t("later.untitled")}>
        <div className="flex justify-end">
          <Button onClick={onClose}>{t("done")}</Button>
        </div>
      </Invitation>
    </Dialog>
  );
}
