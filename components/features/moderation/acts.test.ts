import { expect, test } from "vitest";
import { actsFor, hasActs } from "./acts";

const other = { isSelf: false, mayRename: true } as const;
const self = { isSelf: true, mayRename: true } as const;

test("a host may do everything about others, and give away what they are", () => {
  expect(actsFor({ viewer: "host", target: "participant", ...other })).toEqual({
    quieten: true,
    rename: true,
    roles: ["host", "cohost"],
    restrict: true,
    remove: true,
  });
  const aboutAHost = actsFor({ viewer: "host", target: "host", ...other });
  expect(aboutAHost).toMatchObject({ roles: ["cohost", "participant"], remove: true });
});

test("a cohost makes no hosts, and leaves hosts what and where they are", () => {
  const aboutAGuest = actsFor({ viewer: "cohost", target: "participant", ...other });
  expect(aboutAGuest).toMatchObject({ roles: ["cohost"], remove: true, restrict: true });
  const aboutAHost = actsFor({ viewer: "cohost", target: "host", ...other });
  expect(aboutAHost).toMatchObject({ roles: [], remove: false, quieten: true, rename: true });
});

test("everybody may rename themselves where the meeting lets them, hosts always", () => {
  expect(actsFor({ viewer: "participant", target: "participant", ...self }).rename).toBe(true);
  const strict = { ...self, mayRename: false };
  expect(hasActs({ viewer: "participant", target: "participant", ...strict })).toBe(false);
  expect(actsFor({ viewer: "cohost", target: "cohost", ...strict }).rename).toBe(true);
});

test("nothing is offered about others to who is no host, and nothing senseless about oneself", () => {
  expect(hasActs({ viewer: "participant", target: "participant", ...other })).toBe(false);
  expect(hasActs({ viewer: "participant", target: "host", ...other })).toBe(false);
  expect(actsFor({ viewer: "host", target: "host", ...self })).toEqual({
    quieten: false,
    rename: true,
    roles: [],
    restrict: false,
    remove: false,
  });
});
