"use client";
import { ChevronUp, LogOut, Power } from "lucide-react";
import { useTranslations } from "use-intl";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcut } from "@/components/call/use-shortcut";
import { useSurface } from "@/components/call/use-surface";
import { Button, IconButton } from "@/components/ui/button";
import { afterMenu, Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { useWaysOut } from "./leave-provider";

const look = "h-12! rounded-full! px-5! max-sm:px-3.5!";

/** The way out, and for hosts the other one beside it. */
export function LeaveButton() {
  const t = useTranslations("features.leave");
  const surface = useSurface();
  const { isModerator } = useOwnRole();
  const { leave, askToEnd } = useWaysOut();
  const key = useShortcut("shift+q", leave);
  const endKey = useShortcut("shift+e", () => {
    if (isModerator) askToEnd();
  });
  return (
    <div className="flex items-center sm:ml-2">
      <Button
        variant="danger"
        shortcut={key}
        onClick={leave}
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
              shortcut={endKey}
              onSelect={() => afterMenu(askToEnd)}
            >
              {t("end")}
            </MenuItem>
          </MenuContent>
        </Menu>
      )}
    </div>
  );
}
