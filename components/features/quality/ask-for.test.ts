import { Track, VideoQuality } from "livekit-client";
import { expect, test } from "vitest";
import { askFor } from "./ask-for";

/** What somebody sends, and what was asked of it. */
function sent(source: Track.Source, kind = Track.Kind.Video) {
  const asked: string[] = [];
  const publication = {
    kind,
    source,
    isDesired: true,
    setSubscribed(isWanted: boolean) {
      this.isDesired = isWanted;
      asked.push(isWanted ? "back" : "gone");
    },
    setVideoQuality: (most: VideoQuality) => asked.push(VideoQuality[most]),
  };
  return { publication, asked };
}

test("cameras come as large as is wanted at most; screens, which are to be read, as they are", () => {
  const camera = sent(Track.Source.Camera);
  askFor(camera.publication, "180", false);
  askFor(camera.publication, "360", false);
  askFor(camera.publication, "auto", false);
  expect(camera.asked).toEqual(["LOW", "MEDIUM", "HIGH"]);
  const screen = sent(Track.Source.ScreenShare);
  askFor(screen.publication, "180", false);
  expect(screen.asked).toEqual([]);
});

test("with audio only no picture comes, and all come back; sound is left alone", () => {
  const camera = sent(Track.Source.Camera);
  const screen = sent(Track.Source.ScreenShare);
  const voice = sent(Track.Source.Microphone, Track.Kind.Audio);
  for (const isAudioOnly of [true, true, false]) {
    for (const { publication } of [camera, screen, voice]) askFor(publication, "360", isAudioOnly);
  }
  expect(camera.asked).toEqual(["gone", "back", "MEDIUM"]);
  expect(screen.asked).toEqual(["gone", "back"]);
  expect(voice.asked).toEqual([]);
});
