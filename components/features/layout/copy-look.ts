/** Gives another document of ours the look of this one: style sheets, theme, language. */
export function copyLook(from: Document, to: Document): void {
  for (const { name, value } of from.documentElement.attributes) {
    to.documentElement.setAttribute(name, value);
  }
  for (const sheet of from.styleSheets) {
    if (sheet.href !== null) {
      const link = to.createElement("link");
      link.rel = "stylesheet";
      link.href = sheet.href;
      to.head.append(link);
      continue;
    }
    const style = to.createElement("style");
    style.textContent = [...sheet.cssRules].map(({ cssText }) => cssText).join("\n");
    to.head.append(style);
  }
}
