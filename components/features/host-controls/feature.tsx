import type { MeetingFeature } from "@/components/call/feature";
import { HostButton, HostItem } from "./host-button";
import { HostPanel } from "./host-panel";
import { SettingKeys } from "./setting-keys";

export const hostControls = {
  id: "host-controls",
  SideControl: HostButton,
  NarrowItem: HostItem,
  Panel: HostPanel,
  Provider: SettingKeys,
  shortcuts: [
    { key: "o", label: "title", group: "hosts" },
    { key: "", label: "rename", group: "hosts" },
    { key: "", label: "keys.lobby", group: "hosts" },
    { key: "", label: "keys.wait_for_host", group: "hosts" },
    { key: "", label: "keys.locked", group: "hosts" },
    { key: "", label: "keys.passcode", group: "hosts" },
    { key: "", label: "keys.limit", group: "hosts" },
    { key: "", label: "keys.mute_on_entry", group: "hosts" },
    { key: "", label: "keys.microphone", group: "hosts" },
    { key: "", label: "keys.camera", group: "hosts" },
    { key: "", label: "keys.screen_share", group: "hosts" },
    { key: "", label: "keys.chat", group: "hosts" },
    { key: "", label: "keys.reactions", group: "hosts" },
    { key: "", label: "keys.rename", group: "hosts" },
    { key: "", label: "hostLink.make", group: "hosts", isForHostAlone: true },
  ],
} satisfies MeetingFeature;
