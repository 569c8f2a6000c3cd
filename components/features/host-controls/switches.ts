/** What is on or off in the meeting: who gets in, what everybody may do. */
export const doors = ["lobby", "wait_for_host", "locked"] as const;
export const allowances = [
  "microphone",
  "camera",
  "screen_share",
  "chat",
  "reactions",
  "rename",
] as const;
