"use client";
import { LogOut } from "lucide-react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { Button } from "@/components/ui/button";

/** Last in the bar, after everything else, also what comes later in the list. */
export function LeaveButton() {
  const t = useTranslations("features.leave");
  const { leave } = useCall();
  return (
    <Button
      variant="danger"
      onClick={leave}
      className="order-last h-12! rounded-full! px-5! max-sm:px-3.5! sm:ml-2"
      icon={<LogOut size={20} strokeWidth={1.75} aria-hidden="true" />}
    >
      <span className="max-sm:sr-only">{t("leave")}</span>
    </Button>
  );
}
