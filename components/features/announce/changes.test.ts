import { expect, test } from "vitest";
import { changesBetween, namesOrCount } from "./changes";

const ada = { identity: "1", name: "Ada" };
const lena = { identity: "2", name: "Lena" };

test("who came and who went are told apart, and whoever stayed is not mentioned", () => {
  expect(changesBetween([ada], [lena])).toEqual({ came: [lena], went: [ada] });
  expect(changesBetween([ada, lena], [{ ...lena, name: "Lena K." }, ada])).toEqual({
    came: [],
    went: [],
  });
});

test("a few are named, more are counted", () => {
  expect(namesOrCount([ada, lena], 2)).toEqual({ names: ["Ada", "Lena"] });
  expect(namesOrCount([ada, lena], 1)).toEqual({ count: 2 });
  expect(namesOrCount([], 1)).toEqual({ names: [] });
});
