import { beforeEach, expect, test, vi } from "vitest";
import { ApiProblem } from "@/lib/client/api-error";
import { FakeStorage } from "@/lib/client/fakes/fake-storage";
import { keepSeat, seatOf } from "@/lib/client/seats";
import { isWaiting, takeSeat } from "./take-seat";

const { joinMeeting } = vi.hoisted(() => ({ joinMeeting: vi.fn() }));
vi.mock("@/lib/client/api", () => ({ joinMeeting }));

const meeting = "abc-defg-hij";

/** A server that keeps a seat's name and gives newcomers a new identity. */
function answer(known: Record<string, { identity: string; name: string }>) {
  let newcomers = 0;
  joinMeeting.mockImplementation(
    async (
      _id: string,
      body: { participant_name?: string },
      with_: { seatToken?: string } = {},
    ) => {
      const seat = with_.seatToken === undefined ? undefined : known[with_.seatToken];
      if (with_.seatToken !== undefined && !seat) {
        const problem = { type: "", title: "", status: 401, detail: "", request_id: "r" };
        throw new ApiProblem({ ...problem, code: "unauthenticated" }, undefined);
      }
      newcomers += 1;
      return {
        participant_name: seat?.name ?? body.participant_name,
        participant_identity: seat?.identity ?? `p_new_${newcomers}`,
        seat_token: with_.seatToken ?? `seat_new_${newcomers}`,
      };
    },
  );
}

/** Takes a seat where nobody is made to wait. */
async function comeIn(...args: Parameters<typeof takeSeat>) {
  const answer = await takeSeat(...args);
  if (isWaiting(answer)) throw new Error("told to wait");
  return answer;
}

beforeEach(() => {
  joinMeeting.mockReset();
  vi.stubGlobal("localStorage", new FakeStorage());
  vi.stubGlobal("sessionStorage", new FakeStorage());
});

test("a seat is kept and brings the same person back", async () => {
  answer({ seat_ada: { identity: "p_ada", name: "Ada" } });
  keepSeat(meeting, { token: "seat_ada", identity: "p_ada", name: "Ada" });
  const { joined } = await comeIn(meeting, { choice: "own" });
  expect(joined.participant_identity).toBe("p_ada");
});

test("who types another name is called that", async () => {
  answer({ seat_ada: { identity: "p_ada", name: "Ada" } });
  keepSeat(meeting, { token: "seat_ada", identity: "p_ada", name: "Ada" });
  const { joined } = await comeIn(meeting, { choice: "own", typedName: "Ada Lovelace" });
  expect(joined.participant_name).toBe("Ada Lovelace");
  expect(seatOf(meeting)?.identity).toBe(joined.participant_identity);
});

test("a seat the server forgot gives way to a new one under the same name", async () => {
  answer({});
  keepSeat(meeting, { token: "seat_old", identity: "p_old", name: "Ada" });
  const { joined } = await comeIn(meeting, { choice: "own", knownName: "Somebody" });
  expect(joined.participant_name).toBe("Ada");
  expect(seatOf(meeting)?.token).toBe(joined.seat_token);
});

test("without a seat and a name typed, the remembered name is used", async () => {
  answer({});
  const { joined } = await comeIn(meeting, { choice: "own", knownName: "Ada" });
  expect(joined.participant_name).toBe("Ada");
});

test("someone else in this tab leaves the browser's own seat alone, also after coming back", async () => {
  answer({
    seat_ada: { identity: "p_ada", name: "Ada" },
    seat_new_1: { identity: "p_new_1", name: "Bob" },
  });
  keepSeat(meeting, { token: "seat_ada", identity: "p_ada", name: "Ada" });
  await comeIn(meeting, { choice: "someone-else", typedName: "Bob", knownName: "Ada" });
  const { joined: back } = await comeIn(meeting, { choice: "own", knownName: "Ada" });
  expect(back.participant_name).toBe("Bob");
  vi.stubGlobal("sessionStorage", new FakeStorage());
  expect(seatOf(meeting)?.identity).toBe("p_ada");
});

test("who is told to wait keeps the place, and is new when let in, but only then", async () => {
  const place = { participant_name: "Ada", participant_identity: "p_ada", seat_token: "seat_ada" };
  const waiting = { ...place, status: "waiting-for-admission", retry_after_ms: 2000 };
  joinMeeting.mockResolvedValueOnce(waiting);
  const first = await takeSeat(meeting, { choice: "own", typedName: "Ada", passcode: "sesame" });
  expect(isWaiting(first)).toBe(true);
  expect(joinMeeting).toHaveBeenLastCalledWith(
    meeting,
    { participant_name: "Ada", passcode: "sesame" },
    { seatToken: undefined },
  );
  expect(seatOf(meeting)).toMatchObject({ token: "seat_ada", isWaiting: true });

  joinMeeting.mockResolvedValue(place);
  expect(await comeIn(meeting, { choice: "own" })).toEqual({ joined: place, isNew: true });
  expect(joinMeeting).toHaveBeenLastCalledWith(meeting, {}, { seatToken: "seat_ada" });
  expect(await comeIn(meeting, { choice: "own" })).toEqual({ joined: place, isNew: false });
});
