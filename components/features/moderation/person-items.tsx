"use client";
import { useParticipantPermissions } from "@livekit/components-react";
import { type Participant, Track } from "livekit-client";
import {
  Hand,
  MicOff,
  MicVocal,
  MonitorX,
  Pencil,
  Shield,
  ShieldOff,
  ShieldPlus,
  UserX,
  VideoOff,
} from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { permissionsFrom } from "@/components/call/permissions";
import { useIsOff } from "@/components/call/use-is-off";
import { useSettings } from "@/components/call/use-meeting-state";
import { useFactsOf, useOwnRole } from "@/components/call/use-role";
import { MenuCheckboxItem, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import type { Role } from "@/lib/contract/participant";
import { type Acts, actsFor } from "./acts";
import { useModerationDialogs } from "./moderation-provider";
import { usePersonActs } from "./use-person-acts";

const mark = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

const roleIcons = {
  host: <ShieldPlus {...mark} />,
  cohost: <Shield {...mark} />,
  participant: <ShieldOff {...mark} />,
} as const satisfies Record<Role, ReactNode>;

const kinds = ["microphone", "camera", "screen_share"] as const;

/** What this viewer may do about this person, in groups. */
export function PersonItems({ participant }: { participant: Participant }) {
  const { role: viewer } = useOwnRole();
  const settings = useSettings();
  const { role: target } = useFactsOf(participant);
  const acts = actsFor({
    viewer,
    target,
    isSelf: participant.isLocal,
    mayRename: settings.allow.rename,
  });
  const groups = [
    acts.quieten && <Quieten key="quieten" participant={participant} role={target} />,
    (acts.rename || acts.roles.length > 0) && (
      <Standing key="standing" participant={participant} role={target} acts={acts} />
    ),
    acts.restrict && <Restrict key="restrict" participant={participant} role={target} />,
    acts.remove && <Remove key="remove" participant={participant} />,
  ].filter((group) => group !== false);
  return groups.map((group, index) => (
    <Fragment key={group.key}>
      {index > 0 && <MenuSeparator />}
      {group}
    </Fragment>
  ));
}

interface GroupProps {
  participant: Participant;
  role: Role;
}

function Quieten({ participant, role }: GroupProps) {
  const t = useTranslations("features.moderation");
  const { hand_raised_at: handRaisedAt } = useFactsOf(participant);
  const isMicrophoneOff = useIsOff(participant, Track.Source.Microphone);
  const isCameraOff = useIsOff(participant, Track.Source.Camera);
  const isScreenOff = useIsOff(participant, Track.Source.ScreenShare);
  const permissions = useParticipantPermissions({ participant });
  const mayUnmute = !permissions || permissionsFrom(permissions).microphone;
  const { turnOff, askToUnmute, lowerHand } = usePersonActs(participant, role);
  return (
    <>
      {isMicrophoneOff && mayUnmute && (
        <MenuItem icon={<MicVocal {...mark} />} onSelect={askToUnmute}>
          {t("askToUnmute")}
        </MenuItem>
      )}
      {!isMicrophoneOff && (
        <MenuItem icon={<MicOff {...mark} />} onSelect={() => turnOff("microphone")}>
          {t("mute")}
        </MenuItem>
      )}
      {!isCameraOff && (
        <MenuItem icon={<VideoOff {...mark} />} onSelect={() => turnOff("camera")}>
          {t("turnOffCamera")}
        </MenuItem>
      )}
      {!isScreenOff && (
        <MenuItem icon={<MonitorX {...mark} />} onSelect={() => turnOff("screen_share")}>
          {t("stopScreen")}
        </MenuItem>
      )}
      {handRaisedAt !== undefined && (
        <MenuItem icon={<Hand {...mark} />} onSelect={lowerHand}>
          {t("lowerHand")}
        </MenuItem>
      )}
    </>
  );
}

function Standing({ participant, role, acts }: GroupProps & { acts: Acts }) {
  const t = useTranslations("features.moderation");
  const { giveRole } = usePersonActs(participant, role);
  const { askForName } = useModerationDialogs();
  return (
    <>
      {acts.rename && (
        <MenuItem icon={<Pencil {...mark} />} onSelect={() => askForName(participant)}>
          {t(participant.isLocal ? "renameSelf" : "rename")}
        </MenuItem>
      )}
      {acts.roles.map((next) => (
        <MenuItem key={next} icon={roleIcons[next]} onSelect={() => giveRole(next)}>
          {t(`make.${next}`)}
        </MenuItem>
      ))}
    </>
  );
}

function Restrict({ participant, role }: GroupProps) {
  const t = useTranslations("features.moderation");
  const settings = useSettings();
  const permissions = useParticipantPermissions({ participant });
  const { allow } = usePersonActs(participant, role);
  if (!permissions) return null;
  const may = permissionsFrom(permissions);
  return (
    <>
      <MenuLabel>{t("may")}</MenuLabel>
      {kinds.map((kind) => (
        <MenuCheckboxItem
          key={kind}
          checked={may[kind]}
          onCheckedChange={(isAllowed) => allow(kind, isAllowed, settings.allow[kind])}
        >
          {t(`kinds.${kind}`)}
        </MenuCheckboxItem>
      ))}
    </>
  );
}

function Remove({ participant }: { participant: Participant }) {
  const t = useTranslations("features.moderation");
  const { askToRemove } = useModerationDialogs();
  return (
    <MenuItem isDanger={true} icon={<UserX {...mark} />} onSelect={() => askToRemove(participant)}>
      {t("removeItem")}
    </MenuItem>
  );
}
