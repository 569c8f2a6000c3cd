import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MeetingId } from "@/lib/contract/meeting-id";
import type { Message } from "@/lib/contract/message";
import { type FeedState, KeptFeed } from "./kept-feed";

beforeEach(() =>
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] }),
);
afterEach(() => vi.useRealTimers());

/** A feed, and an API with so many pages that may be away. */
function newFeed(pages = 1) {
  const asked: (string | undefined)[] = [];
  const heard: boolean[] = [];
  const states: FeedState[] = [];
  const api = { isAway: false };
  const messages: Message[] = [];
  const feed = new KeptFeed({
    ask: async (cursor) => {
      asked.push(cursor);
      if (api.isAway) throw new Error("away");
      const number = Number(cursor ?? 0) + 1;
      return {
        meeting_id: MeetingId.parse("abc-defg-hij"),
        messages,
        next_cursor: String(number),
        has_more: number < pages,
      };
    },
    onMessages: (_messages, isFirst) => heard.push(isFirst),
    onState: (state) => states.push(state),
  });
  return { feed, asked, heard, states, api };
}

describe("what the API keeps", () => {
  it("comes whole at first, page by page, and from the cursor afterwards", async () => {
    const { feed, asked, heard, states } = newFeed(3);
    feed.start();
    await vi.advanceTimersByTimeAsync(10);
    expect([asked, heard, states]).toEqual([[undefined, "1", "2"], [true, true, true], ["ready"]]);
    feed.look();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([asked.at(-1), heard.at(-1)]).toEqual(["3", false]);
  });

  it("is asked for once however many hints come, and at last also without one", async () => {
    const { feed, asked } = newFeed();
    feed.start();
    await vi.advanceTimersByTimeAsync(10);
    for (let hint = 0; hint < 100; hint += 1) {
      feed.look();
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.length).toBeLessThanOrEqual(4);
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(31_000);
    expect(asked.length).toBe(before + 1);
  });

  it("is not waited for any longer by a hint that may wait", async () => {
    const { feed, asked } = newFeed();
    feed.start();
    await vi.advanceTimersByTimeAsync(10_000);
    feed.look({ pace: "relaxed" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.length).toBe(1);
    feed.look();
    feed.look({ pace: "relaxed" });
    await vi.advanceTimersByTimeAsync(300);
    expect(asked.length).toBe(2);
  });

  it("is asked for again by itself while the API is away, and says so", async () => {
    const { feed, asked, states, api } = newFeed();
    api.isAway = true;
    feed.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(states).toEqual(["away"]);
    expect(feed.completeAt).toBe(0);
    api.isAway = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.at(-1)).toBe("ready");
    expect(feed.completeAt).toBeGreaterThan(0);
    feed.stop();
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked.length).toBe(before);
  });
});
