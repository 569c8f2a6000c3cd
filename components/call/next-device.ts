import type { Room } from "livekit-client";
import { listDevices } from "@/lib/client/known-devices";
import { inputOf } from "@/lib/client/local-media";
import type { MediaKind } from "@/lib/client/media-errors";

interface Device {
  kind: string;
  deviceId: string;
}

/** What takes the place of a device that is gone: the first other of its kind, the system's own before all. */
export function nextDevice<Known extends Device>(
  devices: readonly Known[],
  kind: Known["kind"],
  goneId: string | undefined,
): Known | undefined {
  const others = devices.filter(
    (device) =>
      device.kind === kind &&
      device.deviceId !== "" &&
      device.deviceId !== goneId &&
      // Windows' name for one that is in the list already.
      device.deviceId !== "communications",
  );
  return others.find(({ deviceId }) => deviceId === "default") ?? others[0];
}

/** Has a call use the next device in the place of one that is gone. False where there is no other. */
export async function switchToNext(
  room: Room,
  kind: MediaKind,
  goneId: string | undefined,
): Promise<boolean> {
  const input = inputOf[kind];
  const next = nextDevice(await listDevices(), input, goneId);
  if (!next) return false;
  await room.switchActiveDevice(input, next.deviceId);
  return true;
}
