import { expect, test } from "vitest";
import { chordOf, isSafeWhileTyping, readable, refusalOf } from "./chord";

const pressed = (key: string, more: Partial<Parameters<typeof chordOf>[0]> = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...more,
});

test("a key is what it types; Shift counts with letters and keys that type nothing", () => {
  expect(chordOf(pressed("m"))).toBe("m");
  expect(chordOf(pressed("M", { shiftKey: true }))).toBe("shift+m");
  // Caps Lock is on.
  expect(chordOf(pressed("M"))).toBe("m");
  expect(chordOf(pressed("?", { shiftKey: true }))).toBe("?");
  expect(chordOf(pressed("F6", { shiftKey: true }))).toBe("shift+f6");
  expect(chordOf(pressed(" "))).toBe("space");
  expect(chordOf(pressed("e", { ctrlKey: true }))).toBe("ctrl+e");
});

test("what AltGr types is a character, and no Ctrl+Alt", () => {
  const altGr = { ctrlKey: true, altKey: true, getModifierState: () => true };
  expect(chordOf(pressed("@", altGr))).toBe("@");
});

test("keyboards of another script have the letters where they are on a Latin one", () => {
  expect(chordOf(pressed("ь", { code: "KeyM" }))).toBe("m");
  expect(chordOf(pressed("Ь", { code: "KeyM", shiftKey: true }))).toBe("shift+m");
  // French: the letter on the key counts, not the key's place.
  expect(chordOf(pressed("a", { code: "KeyQ" }))).toBe("a");
  expect(chordOf(pressed("é", { code: "Digit2" }))).toBe("é");
});

test("holding Shift, or beginning an accent, is no shortcut yet", () => {
  for (const key of ["Shift", "Control", "Alt", "Meta", "Dead", "Process"]) {
    expect(chordOf(pressed(key)), key).toBeUndefined();
  }
});

test("chords are read as they stand on the keys", () => {
  expect(readable("m")).toBe("M");
  expect(readable("ctrl+shift+m")).toBe("Ctrl+Shift+M");
  expect(readable("space")).toBe("Space");
  expect(readable("?")).toBe("?");
  expect(readable("+")).toBe("+");
  expect(readable("ctrl++")).toBe("Ctrl++");
  expect(readable("shift+arrowleft")).toBe("Shift+←");
  expect(readable("meta+m", true)).toBe("⌘+M");
  expect(readable("")).toBe("");
});

test("keys that move about, and those of browsers, are refused", () => {
  for (const chord of ["tab", "shift+tab", "escape", "enter", "arrowdown", "f6", "space"]) {
    expect(refusalOf(chord), chord).toBe("needed");
  }
  expect(refusalOf("space", true)).toBeUndefined();
  for (const chord of ["ctrl+w", "ctrl+shift+t", "meta+c", "f5", "ctrl+1"]) {
    expect(refusalOf(chord), chord).toBe("browsers");
  }
  for (const chord of ["m", "shift+m", "?", ",", "ctrl+e", "alt+m", "f2", "1"]) {
    expect(refusalOf(chord), chord).toBeUndefined();
  }
});

test("only what types nothing works while somebody types", () => {
  expect(isSafeWhileTyping("ctrl+e")).toBe(true);
  expect(isSafeWhileTyping("shift+m")).toBe(false);
  expect(isSafeWhileTyping("m")).toBe(false);
});
