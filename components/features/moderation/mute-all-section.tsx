"use client";
import { MuteAllButton } from "@/components/call/mute-all-button";
import { useOthers } from "@/components/call/use-everyone";
import { useOwnRole } from "@/components/call/use-role";

/** Over the list of people, for hosts who are not alone. */
export function MuteAllSection() {
  const { isModerator } = useOwnRole();
  const isAlone = useOthers().length === 0;
  if (!isModerator || isAlone) return null;
  return <MuteAllButton className="mb-2 w-full" />;
}
