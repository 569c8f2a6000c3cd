export type TabState = "in-call" | "muted" | "away";

const colours: Record<TabState, string> = {
  "in-call": "#3bb273",
  muted: "#d64545",
  away: "#d9a13b",
};

/** The tab's icon in a call: a lens, with a dot for the state and a stroke through it when muted. */
export function tabIcon(state: TabState): string {
  const stroke = state === "muted" ? '<path d="M20 30 30 20" stroke="#fff" stroke-width="3"/>' : "";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#5a55d6"/><circle cx="14" cy="14" r="6.5" fill="none" stroke="#fff" stroke-width="3"/><circle cx="25" cy="25" r="7" fill="${colours[state]}"/>${stroke}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
