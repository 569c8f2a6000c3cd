import { describe, expect, it } from "vitest";
import { readCrowd } from "./crowd-arguments.mjs";

const link = "http://localhost:3000/meeting/abc-defg-hij";

describe("readCrowd", () => {
  it("brings sixteen with cameras into the meeting of a link", () => {
    expect(readCrowd([link])).toEqual({
      api: "http://localhost:3000/api/v1/meetings/abc-defg-hij",
      count: 16,
      video: { width: 640, height: 360, fps: 10 },
      cameras: 16,
      screens: 0,
      seconds: undefined,
      sound: false,
      hands: false,
      chat: false,
      passcode: undefined,
    });
  });

  it("knows a link with the host's key, and one under another address", () => {
    expect(readCrowd([`${link}#host=abc`])?.api).toMatch(/meetings\/abc-defg-hij$/);
    expect(readCrowd(["https://meet.example/meeting/abc-defg-hij/?a"])?.api).toBe(
      "https://meet.example/api/v1/meetings/abc-defg-hij",
    );
  });

  it("gives the first few a camera, or nobody", () => {
    expect(readCrowd([link, "--people", "48", "--cameras", "5"])).toMatchObject({
      count: 48,
      cameras: 5,
    });
    expect(readCrowd([link, "--no-video"])?.cameras).toBe(0);
  });

  it("is asked for its help", () => {
    expect(readCrowd(["--help"])).toBeUndefined();
  });

  it.each([
    [[], /which meeting/],
    [["http://localhost:3000/"], /which meeting/],
    [[link, "--people", "0"], /--people takes a whole number from 1 to 500, not “0”/],
    [[link, "--people", "many"], /--people/],
    [[link, "--screens", "-1"], /--screens/],
    [[link, "--seconds", "0"], /--seconds/],
    [[link, "--video", "641x360@10"], /--video is like/],
    [[link, "--video", "640x360@90"], /--video is like/],
    [[link, "--faster"], /--faster/],
  ])("refuses %j with a sentence", (argv, sentence) => {
    expect(() => readCrowd(argv)).toThrow(sentence);
  });
});
