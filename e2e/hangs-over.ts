import type { Page } from "playwright/test";

/** What can be pressed or typed into and lies outside the window, sideways; and whether the page can be moved so. */
export function hangsOver(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ["the page"] : [];
    const out = [...document.querySelectorAll<HTMLElement>("button, a, input, textarea")].filter(
      (each) => {
        const { left, right, width } = each.getBoundingClientRect();
        const isShown = each.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        return isShown && width > 1 && (left < -1 || right > window.innerWidth + 1);
      },
    );
    return [...wide, ...out.map((each) => each.ariaLabel ?? each.textContent)];
  });
}
