/** What every Chromium of ours is started with: quiet on the network, and able to run as root. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A camera and a microphone that are made up. Five pictures a second are seen to move; two people cost a fourth less than with ten. */
export const fakeDevices = [
  "--use-fake-device-for-media-stream=fps=5",
  "--use-fake-ui-for-media-stream",
];
