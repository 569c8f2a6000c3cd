"use client";
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from "@/components/ui/menu";
import { useChangeDevice } from "./use-change-device";
import { useDevices } from "./use-devices";

interface DeviceChoicesProps {
  kind: MediaDeviceKind;
  label: string;
  /** What a device is called that the browser does not name. */
  unnamed: (position: number) => string;
  onChosen: (deviceId: string) => void;
  /** The one before is still in use. */
  onFailed: () => void;
}

/** The devices of a kind as entries of a menu, the one in use marked. Choosing changes over at once. */
export function DeviceChoices({ kind, label, unnamed, onChosen, onFailed }: DeviceChoicesProps) {
  const { devices, activeDeviceId, setActiveMediaDevice } = useDevices(kind);
  const change = useChangeDevice(kind);
  const choose = async (deviceId: string) => {
    const outcome = await change(() => setActiveMediaDevice(deviceId));
    if (outcome === "changed") onChosen(deviceId);
    else if (outcome === "kept") onFailed();
  };
  if (devices.length === 0) return null;
  return (
    <>
      <MenuLabel>{label}</MenuLabel>
      <MenuRadioGroup value={activeDeviceId} onValueChange={(id) => void choose(id)}>
        {devices.map((device, index) => (
          <MenuRadioItem key={device.deviceId} value={device.deviceId}>
            {device.label || unnamed(index + 1)}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </>
  );
}
