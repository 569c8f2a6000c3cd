"use client";
import { MeetingNotices } from "./meeting-notices";
import { OwnNotices } from "./own-notices";
import { TurnedOffNotices } from "./turned-off-notices";

/** Tells a person in passing what others changed for them. */
export function Notices() {
  return (
    <>
      <OwnNotices />
      <TurnedOffNotices />
      <MeetingNotices />
    </>
  );
}
