import { expect, it } from "vitest";
import { createLog } from "./log";

it("writes no secret, whatever field it came in", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  const token = `eyJ${"a".repeat(20)}.eyJ${"b".repeat(20)}.${"c".repeat(20)}`;
  const seat = `seat_${"x".repeat(43)}`;
  const error = new Error(`token ${token} at postgres://me:hun/hunter2@db/x`, {
    cause: new Error(`Bearer ${seat}`),
  });
  log.info(
    { err: error, request_id: "req-1", headers: { cookie: "owner" }, passcode: "1234" },
    seat,
  );
  const text = lines.join("");
  expect(text).toContain('"request_id":"req-1"');
  expect(text).not.toMatch(/hunter2|aaaaa|xxxxx|"owner"|1234/);
});
