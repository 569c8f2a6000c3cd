// Everything a person can do in a call, in the order of the bar and of its menu. A feature is a folder and a line here.
import type { MeetingFeature } from "@/components/call/feature";
import { announce } from "@/components/features/announce/feature";
import { camera } from "@/components/features/camera/feature";
import { chat } from "@/components/features/chat/feature";
import { connection } from "@/components/features/connection/feature";
import { devices } from "@/components/features/devices/feature";
import { flipCamera } from "@/components/features/flip-camera/feature";
import { hostControls } from "@/components/features/host-controls/feature";
import { invite } from "@/components/features/invite/feature";
import { layout } from "@/components/features/layout/feature";
import { leave } from "@/components/features/leave/feature";
import { lobby } from "@/components/features/lobby/feature";
import { mediaSession } from "@/components/features/media-session/feature";
import { microphone } from "@/components/features/microphone/feature";
import { moderation } from "@/components/features/moderation/feature";
import { notices } from "@/components/features/notices/feature";
import { participants } from "@/components/features/participants/feature";
import { pushToTalk } from "@/components/features/push-to-talk/feature";
import { quality } from "@/components/features/quality/feature";
import { raiseHand } from "@/components/features/raise-hand/feature";
import { reactions } from "@/components/features/reactions/feature";
import { screenShare } from "@/components/features/screen-share/feature";
import { settings } from "@/components/features/settings/feature";
import { shortcuts } from "@/components/features/shortcuts/feature";
import { silentMicrophone } from "@/components/features/silent-microphone/feature";
import { sound } from "@/components/features/sound/feature";
import { statistics } from "@/components/features/statistics/feature";
import { tabTitle } from "@/components/features/tab-title/feature";
import { volume } from "@/components/features/volume/feature";
import { wakeLock } from "@/components/features/wake-lock/feature";

export const features: readonly MeetingFeature[] = [
  connection,
  invite,
  hostControls,
  microphone,
  camera,
  flipCamera,
  screenShare,
  reactions,
  lobby,
  raiseHand,
  layout,
  moderation,
  participants,
  chat,
  sound,
  tabTitle,
  announce,
  notices,
  devices,
  settings,
  shortcuts,
  pushToTalk,
  quality,
  statistics,
  volume,
  silentMicrophone,
  wakeLock,
  mediaSession,
  leave,
];
