"use client";
import { lazy, Suspense, useEffect, useState } from "react";
import { listRecentMeetings } from "@/lib/client/recent-meetings";
import type { MeetingListProps } from "./meeting-list";

// Not next/dynamic: that alone is a sixth of what this page may weigh.
const MeetingList = lazy(async () => ({ default: (await import("./meeting-list")).MeetingList }));

/** The list of meetings, and its code, for those who have some: a first visit loads neither. */
export function YourMeetings(props: MeetingListProps) {
  const [hasJoined, setHasJoined] = useState(false);
  useEffect(() => {
    const look = () => setHasJoined((before) => before || listRecentMeetings().length > 0);
    look();
    window.addEventListener("pageshow", look);
    return () => window.removeEventListener("pageshow", look);
  }, []);

  const hasMade = props.mine === undefined || props.mine.length > 0;
  if (!hasMade && !hasJoined) return null;
  return (
    <Suspense>
      <MeetingList {...props} />
    </Suspense>
  );
}
