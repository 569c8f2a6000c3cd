import type { MeetingFeature } from "@/components/call/feature";
import { KeptVolumes } from "./kept-volumes";
import { VolumeItem } from "./volume-item";
import { VolumeProvider } from "./volume-provider";

export const volume = {
  id: "volume",
  Provider: VolumeProvider,
  Overlay: KeptVolumes,
  PersonMenuItem: VolumeItem,
  hasPersonMenu: ({ participant }) => !participant.isLocal,
} satisfies MeetingFeature;
