import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRisky, pictureTypeOf, safeFileName } from "./file-safety";

describe("a stranger's file", () => {
  it.each([
    ["notes.pdf", "notes.pdf"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["C:\\temp\\a.txt", "C__temp_a.txt"],
    [".bashrc", "bashrc"],
    ["a\u202efdp.exe", "a_fdp.exe"],
    ["con.txt", "_con.txt"],
    ["<b>.html", "_b_.html"],
    ["  a   b .txt. ", "a b .txt"],
    ["Übersicht 日本.png", "Übersicht 日本.png"],
    ["", "file"],
    ["///", "file"],
    ["...", "file"],
  ])("called %j is saved as %j", (given, saved) => expect(safeFileName(given)).toBe(saved));

  it("keeps its ending when its name is too long", () => {
    const saved = safeFileName(`${"x".repeat(300)}.pdf`);
    expect([saved.length, saved.endsWith(".pdf")]).toEqual([100, true]);
  });

  it("never gets a name that a file system would mind", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        const saved = safeFileName(name);
        expect(saved).not.toBe("");
        expect(saved).not.toMatch(/[\p{Cc}/\\:*?"<>|\u202a-\u202e]|^\.|\.$/u);
        expect([...saved].length).toBeLessThanOrEqual(100);
        expect(safeFileName(saved)).toBe(saved);
      }),
    );
  });

  it("is risky where it runs or opens as a page", () => {
    const names = ["a.exe", "a.PDF.exe", "a.html", "a.SVG", "a.docm", "a.exe.", "a.exe "];
    expect(names.filter(isRisky)).toEqual(names);
    expect(["a.pdf", "a.png", "exe", "a.txt", ""].filter(isRisky)).toEqual([]);
  });

  it.each(
    (
      "rdp msc chm xll vb wsc sct appimage scpt applescript iqy slk application settingcontent-ms library-ms " +
      "search-ms searchconnector-ms appref-ms appinstaller msp mst ps1xml diagcab xlsb inetloc mobileconfig terminal"
    ).split(" "),
  )("is risky where it ends in .%s", (ending) => {
    expect([`Q3 plan.${ending}`, `Q3.pdf.${ending.toUpperCase()}`].filter(isRisky)).toHaveLength(2);
  });

  it("is not said to be risky where it only shows something", () => {
    const names =
      "a.docx a.xlsx a.pptx a.odt a.csv a.md a.json a.zip a.mp4 a.webp a.heic a.my-notes";
    expect(names.split(" ").filter(isRisky)).toEqual([]);
  });

  it("is a picture by its bytes alone", () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    expect(pictureTypeOf(png)).toBe("image/png");
    expect(pictureTypeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
    expect(pictureTypeOf(new TextEncoder().encode("<svg onload=alert(1)>"))).toBeUndefined();
    expect(pictureTypeOf(new Uint8Array())).toBeUndefined();
  });
});
