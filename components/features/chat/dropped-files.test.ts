import { expect, it } from "vitest";
import { filesOf } from "./dropped-files";

/** One thing of what is dropped, as browsers give it. */
function item(kind: "file" | "string", name: string, isDirectory?: boolean): DataTransferItem {
  return Object.assign(Object.create(null), {
    kind,
    getAsFile: () => (kind === "file" ? new File(["x"], name) : null),
    webkitGetAsEntry: () => (isDirectory === undefined ? null : { name, isDirectory }),
  });
}

it("files are taken out of what is dropped, and a folder among them is named", () => {
  const { files, folder } = filesOf({
    items: [
      item("file", "a.txt", false),
      item("string", "https://example.org"),
      item("file", "Holidays", true),
      // Made by a page, it has no place on a disk.
      item("file", "b.txt"),
    ],
  });
  expect(files.map(({ name }) => name)).toEqual(["a.txt", "b.txt"]);
  expect(folder).toBe("Holidays");
  expect(filesOf({ items: [item("file", "a.txt", false)] }).folder).toBeUndefined();
});
