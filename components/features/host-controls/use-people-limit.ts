import { useEveryone } from "@/components/call/use-everyone";
import type { SettingsChange } from "@/lib/contract/settings";
import type { useSettingsChange } from "./use-settings-change";

/** What the limit begins with: room for everybody who is here, and some. */
const usualLimit = 10;

interface PeopleLimit {
  key: "max_participants";
  isOn: boolean;
  /** The change that turns it on where it is off, and off where it is on. */
  turned: SettingsChange;
}

/** Whether there is a limit of people, and what turns it. */
export function usePeopleLimit({ shown }: ReturnType<typeof useSettingsChange>): PeopleLimit {
  const count = useEveryone().length;
  const isOn = shown.max_participants !== null;
  const turned = { max_participants: isOn ? null : Math.max(usualLimit, count) };
  return { key: "max_participants", isOn, turned };
}
