import { expect, it } from "vitest";
import { pastedFiles } from "./pasted-files";

const picture = new File(["x"], "image.png", { type: "image/png" });
const plan = new File(["x"], "plan.pdf", { type: "application/pdf" });
const cells = `<html><head><style><!--td {color: black}--></style></head><body><table><!--StartFragment-->
<tr><td>Ada</td><td>12</td></tr><!--EndFragment--></table></body></html>`;
const image = '<meta charset="utf-8"><img src="https://example.org/a.png" alt="A cat">';

const attached = (files: File[], data: Record<string, string> = {}) =>
  pastedFiles({ files, types: Object.keys(data), getData: (type) => data[type] ?? "" });

it.each([
  ["cells of a table", { "text/plain": "Ada\t12", "text/html": cells }],
  ["words of a document", { "text/plain": "Ada", "text/rtf": "{\\rtf1 Ada}" }],
])("%s are pasted as text, and not as the picture of them", (_, data) => {
  expect(attached([picture], data)).toEqual([]);
});

it.each([
  ["a picture of the screen", {}],
  ["a picture from a page", { "text/html": image }],
  [
    "a picture from a page in Firefox",
    {
      "text/plain": "https://example.org/a.png",
      "text/html": `<html><body>\n<!--StartFragment-->${image}<!--EndFragment-->\n</body></html>`,
    },
  ],
  ["a file from the Finder, with its name", { "text/plain": "image.png" }],
])("%s is attached", (_, data) => {
  expect(attached([picture], data)).toEqual([picture]);
});

it("other files are attached, whatever comes with them", () => {
  const data = { "text/plain": "Ada\t12", "text/html": cells };
  expect(attached([picture, plan], data)).toEqual([picture, plan]);
});
