// Light or dark, as this browser's person chose; with no choice the system's own setting holds.

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "meetings.theme";
const contrastKey = "meetings.contrast";

/**
 * Runs in the page's head before anything is painted, so that nobody sees the other theme flash by, and
 * whenever another tab chooses: what is chosen in one is seen in all, whatever page they show.
 * It is all of this file that cannot wait for script to be loaded.
 */
export const themeScript = `(()=>{const d=document.documentElement.dataset,a=()=>{try{const t=localStorage.getItem("${key}"),c=localStorage.getItem("${contrastKey}");if(t==="light"||t==="dark")d.theme=t;else delete d.theme;if(c==="more"||c===null&&matchMedia("(prefers-contrast: more)").matches)d.contrast="more";else delete d.contrast}catch{}};a();addEventListener("storage",e=>{if(e.key===null||e.key==="${key}"||e.key==="${contrastKey}")a()})})()`;

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
function showTheme(theme: Theme): void {
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

/** Calls back when another tab chose about the contrast. Returns what ends that. */
export function watchContrast(onChange: () => void): () => void {
  const tell = (event: StorageEvent) => {
    if (event.key === contrastKey || event.key === null) onChange();
  };
  window.addEventListener("storage", tell);
  return () => window.removeEventListener("storage", tell);
}
