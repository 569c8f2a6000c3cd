import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { downloadHostedReport, isNotAllowed } from "./hosted-report";
import { forgetSeat, keepSeat } from "./seats";

const fetching = vi.fn<typeof fetch>();
const id = "abc-defg-hij";
beforeEach(() => vi.stubGlobal("fetch", fetching));
afterEach(() => {
  vi.unstubAllGlobals();
  fetching.mockReset();
  forgetSeat(id, "seat_x");
});

const no = (status: number, code: string) =>
  new Response(
    JSON.stringify({
      type: "/problems/x",
      title: "No",
      status,
      detail: "No.",
      code,
      request_id: "r",
    }),
    { status },
  );
const csv = () => new Response("\ufeffname\r\nAda\r\n");
const credentials = () =>
  fetching.mock.calls.map(([, init]) => new Headers(init?.headers).get("authorization"));

test("the report is asked for with the seat, and where that is no host's, as the owner", async () => {
  keepSeat(id, { token: "seat_x", identity: "p_1" });
  fetching.mockResolvedValueOnce(no(403, "forbidden")).mockResolvedValueOnce(csv());
  const file = await downloadHostedReport(id, "csv");
  expect(credentials()).toEqual(["Bearer seat_x", null]);
  // Byte for byte, the mark of UTF-8 included.
  expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test("without a seat it is asked for once; a no is known from a failure", async () => {
  fetching.mockResolvedValueOnce(no(401, "unauthenticated"));
  const refused: unknown = await downloadHostedReport(id, "csv").catch((error: unknown) => error);
  expect([credentials(), isNotAllowed(refused)]).toEqual([[null], true]);
  keepSeat(id, { token: "seat_x", identity: "p_1" });
  fetching.mockResolvedValueOnce(no(503, "store-unavailable"));
  const failed: unknown = await downloadHostedReport(id, "csv").catch((error: unknown) => error);
  expect([fetching.mock.calls.length, isNotAllowed(failed)]).toEqual([2, false]);
});
