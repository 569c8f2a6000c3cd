// The little of Markdown that people write in a chat, as a tree and never as HTML. Whatever does not fit
// stays the text that was written.

export type Inline =
  | { kind: "text" | "code"; text: string }
  | { kind: "bold" | "italic"; children: Inline[] }
  /** `host` where the words do not say where it leads. */
  | { kind: "link"; href: string; text: string; host?: string };

export type Block =
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "list"; isOrdered: boolean; start: number; items: Inline[][] };

const fence = /^\s{0,3}```[\w+#.-]*\s*$/;
const bullet = /^\s{0,3}[-*•]\s+(?=\S)/;
const number = /^\s{0,3}(\d{1,4})[.)]\s+(?=\S)/;

/** The text as blocks, in linear time. */
export function parseMarkdown(text: string): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let mayClose = true;
  const endParagraph = () => {
    const inside = paragraph.join("\n").replace(/^\n+|\n+$/g, "");
    if (inside !== "") blocks.push({ kind: "paragraph", children: parseInline(inside) });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (mayClose && fence.test(line)) {
      const end = lines.findIndex((other, index) => index > at && /^\s{0,3}```\s*$/.test(other));
      if (end > at) {
        const inside = lines.slice(at + 1, end).join("\n");
        if (inside.trim() === "") paragraph.push(...lines.slice(at, end + 1));
        else {
          endParagraph();
          blocks.push({ kind: "code", text: inside });
        }
        at = end;
        continue;
      }
      mayClose = false;
    }
    const isOrdered = number.test(line);
    const mark = isOrdered ? number : bullet;
    if (!mark.test(line)) {
      paragraph.push(line);
      continue;
    }
    endParagraph();
    const items: Inline[][] = [];
    const start = Number(number.exec(line)?.[1] ?? 1);
    for (; at < lines.length && mark.test(lines[at] ?? ""); at += 1) {
      items.push(parseInline((lines[at] ?? "").replace(mark, "")));
    }
    at -= 1;
    blocks.push({ kind: "list", isOrdered, start, items });
  }
  endParagraph();
  return blocks;
}

/** What a link may be: http and https, whole, without a name before the host that looks like one. */
export function safeUrl(text: string): URL | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  try {
    const url = new URL(text);
    const isWeb = url.protocol === "http:" || url.protocol === "https:";
    return isWeb && url.username === "" && url.password === "" ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Sticky, each tried where the reader stands; lengths are bounded, so that no text takes long. */
const code = /`([^`\n]{1,2000})`/y;
const namedLink = /\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()<>"]{1,2000})\)/iy;
const bareLink = /https?:\/\/[^\s<>"'`]{1,2000}/iy;
const mark = /\*\*|[*_]/y;

/** Whether the host as it is written is the one it leads to: other scripts have letters that look like ours. */
const saysHost = (link: string, { host }: URL) =>
  /^https?:\/\/([^/?#\\]*)/i.exec(link)?.[1]?.toLowerCase() === host;

const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
const isSpace = (letter: string | undefined) => letter === undefined || /\s/.test(letter);

/** What people write after a link is rarely part of it. */
function trimLink(link: string): string {
  let trimmed = link;
  for (;;) {
    const last = trimmed.at(-1) ?? "";
    const isClosing = last === ")" && !trimmed.includes("(");
    if (!isClosing && !/[.,;:!?\]}*_~'"]/.test(last)) return trimmed;
    trimmed = trimmed.slice(0, -1);
  }
}

interface Open {
  mark: string;
  children: Inline[];
}

function addText(to: Inline[], text: string) {
  const last = to.at(-1);
  if (last?.kind === "text") last.text += text;
  else to.push({ kind: "text", text });
}

function parseInline(text: string): Inline[] {
  const root: Inline[] = [];
  const open: Open[] = [];
  const here = () => open.at(-1)?.children ?? root;
  const match = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  /** What was opened and never closed is what was written. */
  const unfold = (from: number) => {
    for (const { mark: written, children } of open.splice(from)) {
      addText(here(), written);
      for (const child of children) {
        if (child.kind === "text") addText(here(), child.text);
        else here().push(child);
      }
    }
  };
  let at = 0;
  while (at < text.length) {
    const asCode = match(code, at);
    if (asCode?.[1] !== undefined) {
      here().push({ kind: "code", text: asCode[1] });
      at += asCode[0].length;
      continue;
    }
    const named = match(namedLink, at);
    const target = named?.[2] === undefined ? undefined : safeUrl(named[2]);
    if (named?.[1] !== undefined && target) {
      here().push({ kind: "link", href: target.href, text: named[1], host: target.host });
      at += named[0].length;
      continue;
    }
    const bare = match(bareLink, at);
    const link = bare && trimLink(bare[0]);
    const url = link ? safeUrl(link) : undefined;
    if (link && url) {
      const host = saysHost(link, url) ? {} : { host: url.host };
      here().push({ kind: "link", href: url.href, text: link, ...host });
      at += link.length;
      continue;
    }
    const found = match(mark, at)?.[0];
    if (found !== undefined) {
      const before = text[at - 1];
      const after = text[at + found.length];
      const closing = open.findLastIndex((one) => one.mark === found);
      const isFree = found === "**" || !isWord(after);
      if (closing >= 0 && !isSpace(before) && isFree && at > 0) {
        unfold(closing + 1);
        const [closed] = open.splice(closing);
        if (closed && closed.children.length > 0) {
          const kind = found === "**" ? "bold" : "italic";
          here().push({ kind, children: closed.children });
        } else addText(here(), found + found);
        at += found.length;
        continue;
      }
      const mayOpen = !isSpace(after) && (found === "**" || !isWord(before)) && closing < 0;
      if (mayOpen && open.length < 6) open.push({ mark: found, children: [] });
      else addText(here(), found);
      at += found.length;
      continue;
    }
    // Up to the next place where anything may begin.
    const next = /[`[*_]|https?:\/\//i.exec(text.slice(at + 1));
    const end = next ? at + 1 + next.index : text.length;
    addText(here(), text.slice(at, end));
    at = end;
  }
  unfold(0);
  return root;
}

/** The words alone, in one line: for quotes, notices and screen readers. */
export function plainOf(text: string): string {
  const wordsOf = (nodes: readonly Inline[]): string =>
    nodes.map((node) => ("children" in node ? wordsOf(node.children) : node.text)).join("");
  return parseMarkdown(text)
    .map((block) => {
      if (block.kind === "code") return block.text;
      return block.kind === "list" ? block.items.map(wordsOf).join(", ") : wordsOf(block.children);
    })
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Nothing but a few emoji, which may be shown large. */
export function isFewEmoji(text: string): boolean {
  return (
    text.length <= 40 &&
    /^(?:\p{Extended_Pictographic}[\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]*|\p{Regional_Indicator}{2}|\s){1,12}$/u.test(
      text,
    )
  );
}
