"use client";
import type { Participant } from "livekit-client";
import { Fragment, type ReactNode } from "react";
import { useCall } from "./call-provider";
import type { MeetingFeature } from "./feature";

type PlainSlot =
  | "MenuItem"
  | "NarrowItem"
  | "Overlay"
  | "Alone"
  | "PeopleSection"
  | "PeopleFooter"
  | "PeopleBadge";
type PersonSlot = "TileBadge" | "TileOverlay" | "PersonMenuItem" | "ScreenBadge" | "ScreenMenuItem";

/** What the features put into a place of the call, in the order they are listed. */
export function Slot({ name }: { name: PlainSlot }) {
  const { features } = useCall().entry;
  return features.map((feature) => {
    const Filling = feature[name];
    return Filling ? <Filling key={feature.id} /> : null;
  });
}

/**
 * The buttons of the bar. What a narrow window has in its menu instead is only not seen there, and so
 * keeps its shortcut.
 */
export function ControlSlot({ name }: { name: "Control" | "LastControl" | "SideControl" }) {
  const { features } = useCall().entry;
  return features.map(({ id, NarrowItem, [name]: Filling }) => {
    if (!Filling) return null;
    return (
      <span key={id} className={NarrowItem ? "contents narrow:hidden" : "contents"}>
        <Filling />
      </span>
    );
  });
}

/** What the features have for one person: on the tile, in the menu. */
export function PersonSlot({ name, participant }: { name: PersonSlot; participant: Participant }) {
  const { features } = useCall().entry;
  return features.map((feature) => {
    const Filling = feature[name];
    return Filling ? <Filling key={feature.id} participant={participant} /> : null;
  });
}

/** Whether any feature fills a slot. */
export function useIsFilled(name: keyof MeetingFeature): boolean {
  return useCall().entry.features.some((feature) => feature[name] !== undefined);
}

/** The features' own providers, the first listed outermost. */
export function FeatureProviders({ children }: { children: ReactNode }) {
  const { features } = useCall().entry;
  return features.reduceRight<ReactNode>((inner, { id, Provider }) => {
    return Provider ? <Provider key={id}>{inner}</Provider> : <Fragment key={id}>{inner}</Fragment>;
  }, children);
}
