import type { Participant } from "livekit-client";
import type { ComponentType, ReactNode } from "react";
import type { Role } from "@/lib/contract/participant";
import type { Settings } from "@/lib/contract/settings";

/** What shortcuts are about, in the order of their list; the last ones do something for hosts alone. */
export const shortcutGroups = ["devices", "stage", "people", "call", "hosts"] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

/** A key that does something while the call has the focus. People can change it, and turn it off. */
interface Shortcut {
  /**
   * As in shortcuts/chord.ts: "m", "shift+m", "?"; no two features' may be the same. "" where it has none
   * unless a person gives it one: for what is rarely done.
   */
  key: string;
  /** A message key of the feature: what it does, for the list of shortcuts and the settings. */
  label: string;
  /** Where it stands in that list. */
  group: ShortcutGroup;
  /** It works for as long as it is held. */
  isHeld?: boolean;
  /** Of what is for hosts: co-hosts may not do it. */
  isForHostAlone?: boolean;
}

/** Who looks at whom, under which settings. */
interface PersonMenuContext {
  viewerRole: Role;
  settings: Settings;
  participant: Participant;
}

/** The parts of the settings, in their order. */
export const settingsTabs = [
  "devices",
  "picture",
  "chat",
  "notices",
  "keyboard",
  "accessibility",
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/**
 * One thing a person can do in a call: a folder in components/features, listed once in
 * components/meeting/features.ts. Every slot is optional; a feature fills the ones it needs. The folder's
 * name is its `id` and the name of its messages (`features.<id>`).
 */
export interface MeetingFeature {
  id: string;
  /** Wraps the whole call: for state that several slots of this feature share. */
  Provider?: ComponentType<{ children: ReactNode }>;
  /** A button in the middle of the bar. */
  Control?: ComponentType;
  /** A button of the bar that comes after all others of its middle, and at the very end of a narrow one. */
  LastControl?: ComponentType;
  /** A button at the bar's far end: panels and counts. */
  SideControl?: ComponentType;
  /** In the "more" menu of a narrow window, in place of the feature's controls, which are hidden there. */
  NarrowItem?: ComponentType;
  /** An entry of the "more" menu. */
  MenuItem?: ComponentType;
  /**
   * The side panel that `usePanel().open(id)` shows, one at a time. Not made with `lazy`: it fetches what it holds by
   * `useLoaded`, in a frame that is there at once and can try again.
   */
  Panel?: ComponentType;
  /** Over the stage: banners, cards, notices. */
  Overlay?: ComponentType;
  /** On every tile. */
  TileBadge?: ComponentType<{ participant: Participant }>;
  /** Over the whole of every person's tile, and untouchable: for what passes. */
  TileOverlay?: ComponentType<{ participant: Participant }>;
  /** In a person's menu: on the tile, and in the list of people. */
  PersonMenuItem?: ComponentType<{ participant: Participant }>;
  /** Whether `PersonMenuItem` has anything for this viewer about this person; without it, always. */
  hasPersonMenu?: (about: PersonMenuContext) => boolean;
  /** On every shared screen. */
  ScreenBadge?: ComponentType<{ participant: Participant }>;
  /** In the menu of a screen that somebody shares. */
  ScreenMenuItem?: ComponentType<{ participant: Participant }>;
  /** On top of the list of people. */
  PeopleSection?: ComponentType;
  /** Under the list of people, always in sight. */
  PeopleFooter?: ComponentType;
  /** On the button that opens the list of people. */
  PeopleBadge?: ComponentType;
  /**
   * A section of the settings. Make `Section` with `lazy`: settings that are not open are not fetched.
   * `BeforeCall` is what stands in its place on the page before the call, where there is no Room, no call
   * and no toast: mostly the same; left out, the section is there in the call only.
   */
  Settings?: { tab: SettingsTab; Section: ComponentType; BeforeCall?: ComponentType };
  /** On the person's own picture on the page before the call: a round button. */
  BeforeCall?: ComponentType;
  /** Shown instead of nothing when the person is alone. */
  Alone?: ComponentType;
  shortcuts?: readonly Shortcut[];
}
