"use client";
import { ChevronUp, LogOut, Power } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { EndForAllDialog } from "@/components/call/end-for-all-dialog";
import { useOthersFacts } from "@/components/call/use-everyone";
import { roleOf, useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";
import { useSurface } from "@/components/call/use-surface";
import { Button, IconButton } from "@/components/ui/button";
import { afterMenu, Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { PassOnDialog } from "./pass-on-dialog";

const look = "h-12! rounded-full! px-5! max-sm:px-3.5!";

/** A press leaves; the only host among others is asked first what becomes of the meeting. */
export function LeaveButton() {
  const t = useTranslations("features.leave");
  const { leave } = useCall();
  const surface = useSurface();
  const { role, isModerator } = useOwnRole();
  const others = useOthersFacts();
  const [asking, setAsking] = useState<"pass-on" | "end">();
  const isOnlyHost = role === "host" && !others.some((person) => roleOf(person) === "host");
  const isAsked = isOnlyHost && others.length > 0;
  const close = () => setAsking(undefined);
  const pressed = isAsked ? () => setAsking("pass-on") : leave;
  const key = useShortcut("shift+q", pressed);
  return (
    <div className="flex items-center sm:ml-2">
      <Button
        variant="danger"
        aria-keyshortcuts={key}
        onClick={pressed}
        className={isModerator ? `${look} sm:rounded-r-none! sm:pr-3!` : look}
        icon={<LogOut size={20} strokeWidth={1.75} aria-hidden="true" />}
      >
        <span className="max-sm:sr-only">{t("leave")}</span>
      </Button>
      {isModerator && (
        <Menu modal={false}>
          <MenuTrigger>
            <IconButton
              label={t("more")}
              variant="danger"
              className="h-12! w-10! rounded-l-none! border-l-on-danger/30! max-sm:hidden"
            >
              <ChevronUp size={18} strokeWidth={1.75} aria-hidden="true" />
            </IconButton>
          </MenuTrigger>
          <MenuContent container={surface} side="top" align="end">
            <MenuItem
              isDanger={true}
              icon={<Power size={18} strokeWidth={1.75} aria-hidden="true" />}
              onSelect={() => afterMenu(() => setAsking("end"))}
            >
              {t("end")}
            </MenuItem>
          </MenuContent>
        </Menu>
      )}
      <EndForAllDialog isOpen={asking === "end"} onClose={close} />
      <PassOnDialog
        isOpen={asking === "pass-on"}
        onClose={close}
        onEnd={() => setAsking("end")}
        people={others}
      />
    </div>
  );
}
