import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Inline, isFewEmoji, parseMarkdown, plainOf, safeUrl } from "./markdown";

const inlineOf = (text: string) => {
  const [block] = parseMarkdown(text);
  return block?.kind === "paragraph" ? block.children : [];
};
const text = (words: string): Inline => ({ kind: "text", text: words });
const link = (href: string, words = href): Inline => ({ kind: "link", href, text: words });

describe("what people write in a chat", () => {
  it("is bold, italic and code", () => {
    expect(inlineOf("**a** *b* _c_ `d*e*`")).toEqual([
      { kind: "bold", children: [text("a")] },
      text(" "),
      { kind: "italic", children: [text("b")] },
      text(" "),
      { kind: "italic", children: [text("c")] },
      text(" "),
      { kind: "code", text: "d*e*" },
    ]);
    expect(inlineOf("**very *much* so**")).toEqual([
      {
        kind: "bold",
        children: [text("very "), { kind: "italic", children: [text("much")] }, text(" so")],
      },
    ]);
  });

  it.each([
    "2 * 3 * 4",
    "2*3*4",
    "snake_case_name",
    "**",
    "a ** b",
    "*",
    "`",
    "[a](b)",
    "_a",
    "** a **",
  ])("leaves %j as it is", (written) => expect(inlineOf(written)).toEqual([text(written)]));

  it("leads to http and https alone, and says where", () => {
    expect(inlineOf("see https://a.org/b_c_d?x=(1).")).toEqual([
      text("see "),
      link("https://a.org/b_c_d?x=(1)", "https://a.org/b_c_d?x=(1)"),
      text("."),
    ]);
    expect(inlineOf("(https://a.org/)")).toEqual([text("("), link("https://a.org/"), text(")")]);
    expect(inlineOf("[my bank](https://evil.example/x)")).toEqual([
      { ...link("https://evil.example/x", "my bank"), host: "evil.example" },
    ]);
    expect(inlineOf("https://EXAMPLE.org:8080?a")).toEqual([
      link("https://example.org:8080/?a", "https://EXAMPLE.org:8080?a"),
    ]);
    // The first letter is Cyrillic.
    expect(inlineOf("https://аpple.com/x")).toEqual([
      { ...link("https://xn--pple-43d.com/x", "https://аpple.com/x"), host: "xn--pple-43d.com" },
    ]);
    expect(inlineOf("http://0x7f.1")).toEqual([
      { ...link("http://127.0.0.1/", "http://0x7f.1"), host: "127.0.0.1" },
    ]);
    for (const posing of ["https://meet.google.com@evil.example/x", "https://a:b@evil.example"]) {
      expect(inlineOf(posing)).toEqual([text(posing)]);
      expect(inlineOf(`[here](${posing})`)).toEqual([text(`[here](${posing})`)]);
    }
    for (const bad of ["javascript:alert(1)", "data:text/html,x", "//a.org", "https://"]) {
      expect(safeUrl(bad)).toBeUndefined();
      expect(inlineOf(`[x](${bad})`).filter(({ kind }) => kind === "link")).toEqual([]);
    }
  });

  it("knows blocks of code and lists", () => {
    expect(parseMarkdown("so:\n```js\nif (a < b) *c*\n```\nand")).toEqual([
      { kind: "paragraph", children: [text("so:")] },
      { kind: "code", text: "if (a < b) *c*" },
      { kind: "paragraph", children: [text("and")] },
    ]);
    expect(parseMarkdown("- a\n- b\n3. c\n4. d")).toEqual([
      { kind: "list", isOrdered: false, start: 1, items: [[text("a")], [text("b")]] },
      { kind: "list", isOrdered: true, start: 3, items: [[text("c")], [text("d")]] },
    ]);
    for (const written of ["```\nnever closed", "```js\n```", "```js\n \n```"]) {
      expect(parseMarkdown(written)).toEqual([{ kind: "paragraph", children: [text(written)] }]);
    }
  });

  it("never throws, takes no long time, and leads nowhere else, whatever is written", () => {
    const pieces = fc.constantFrom(
      "*",
      "**",
      "_",
      "`",
      "```",
      "\n",
      "[",
      "](",
      ")",
      "- ",
      "1. ",
      " ",
      "a",
      "https://a.org",
      "javascript:",
      "<b>",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), (written) => {
        const whole = written.join("");
        for (const block of parseMarkdown(whole)) {
          if (block.kind !== "paragraph") continue;
          for (const node of block.children) {
            if (node.kind === "link") expect(node.href).toMatch(/^https?:\/\//);
          }
        }
        // Nothing that was written gets lost but the marks, of which the name of a language is one.
        const letters = (words: string) => words.replace(/[^ab]/g, "").length;
        const readable = whole.replaceAll("](", "] (");
        const left = letters(plainOf(readable));
        expect(left).toBeLessThanOrEqual(letters(readable));
        expect(left).toBeGreaterThanOrEqual(
          letters(readable.replace(/^[^\S\n]{0,3}```[\w+#.-]+[^\S\n]*$/gm, "")),
        );
      }),
    );
    // Of the processor's time: on a busy machine the clock says nothing.
    const before = process.cpuUsage();
    for (const piece of [
      "*",
      "**a ",
      "_a",
      "`",
      "[a](",
      "https://",
      "- \n",
      "[",
      "```\n",
      "```x\n",
    ]) {
      parseMarkdown(piece.repeat(Math.floor(32_000 / piece.length)));
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000);
  });

  it("is said in one line", () => {
    expect(plainOf("**Hi** there\n- a\n- b\n`c`")).toBe("Hi there a, b c");
  });

  it("shows a few emoji large", () => {
    expect(["👍", "👩‍🚀 🎉", "🇫🇷", "❤️"].every(isFewEmoji)).toBe(true);
    expect(["1", "a👍", "", "#", "👍".repeat(30)].some(isFewEmoji)).toBe(false);
  });
});
