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
