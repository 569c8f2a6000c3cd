// Light or dark, as this browser's person chose; with no choice the system's own setting holds.

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "meetings.theme";
const contrastKey = "meetings.contrast";

/**
 * Runs in the page's head before anything is painted, so that nobody sees the other theme flash by.
 * It is all of this file that cannot wait for script to be loaded.
 */
export const themeScript = `try{const t=localStorage.getItem("${key}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t;const c=localStorage.getItem("${contrastKey}");if(c==="more"||c===null&&matchMedia("(prefers-contrast: more)").matches)document.documentElement.dataset.contrast="more"}catch{}`;

/** What was chosen. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    // Storage is blocked: the choice lives as long as the page does.
    const shown = document.documentElement.dataset.theme;
    return shown === "light" || shown === "dark" ? shown : "system";
  }
}

/** Shows the page in this theme. */
export function showTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Shows the theme, and keeps it for the next visit. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Blocked: see above.
  }
}

/** Calls back when another tab chose a theme. Returns what ends that. */
export function watchTheme(onChange: (theme: Theme) => void): () => void {
  const tell = (event: StorageEvent) => {
    if (event.key === key || event.key === null) onChange(readTheme());
  };
  window.addEventListener("storage", tell);
  return () => window.removeEventListener("storage", tell);
}

const asksForContrast = () => matchMedia("(prefers-contrast: more)").matches;

function showContrast(stored: string | null): void {
  if (stored === "more" || (stored === null && asksForContrast())) {
    document.documentElement.dataset.contrast = "more";
  } else delete document.documentElement.dataset.contrast;
}

/** Whether the page is shown with stronger contrast: chosen, or the system's wish where nothing was. */
export function hasMoreContrast(): boolean {
  return document.documentElement.dataset.contrast === "more";
}

/** Shows the page with stronger contrast or without, and keeps that; "system" leaves it to the system again. */
export function chooseContrast(contrast: "more" | "less" | "system"): void {
  const stored = contrast === "system" ? null : contrast;
  showContrast(stored);
  try {
    if (stored === null) localStorage.removeItem(contrastKey);
    else localStorage.setItem(contrastKey, stored);
  } catch {
    // Blocked: it lives as long as the page does.
  }
}

/** Follows, in this tab, what another one chose about the contrast; calls back then. Returns what ends that. */
export function followContrast(onChange: () => void): () => void {
  const follow = (event: StorageEvent) => {
    if (event.key !== contrastKey && event.key !== null) return;
    showContrast(event.newValue);
    onChange();
  };
  window.addEventListener("storage", follow);
  return () => window.removeEventListener("storage", follow);
}
