import { createLog } from "@/lib/server/log";
import type { Caller } from "@/lib/server/meetings/caller";
import { createParticipantCounts } from "@/lib/server/meetings/participant-counts";
import { keyFor } from "@/lib/server/meetings/sealing";
import type { MediaEvent } from "@/lib/server/ports/media-server";
import { newHints, type Services } from "@/lib/server/services";
import { createFakeMediaServer, type FakeMediaServer } from "./fake-media-server";
import { temporaryStore } from "./temporary-store";
import { type TestClock, testClock } from "./test-clock";

/** Services as use cases know them, with the levers of a test. */
export interface TestServices extends Services {
  media: FakeMediaServer;
  clock: TestClock;
  /** Every line that was logged. */
  logged: string[];
  /** What `readWebhook` makes of a body. */
  webhooks: Map<string, MediaEvent>;
}

/** A real store in a folder of its own, and LiveKit in memory. Close the store afterwards. */
export async function testServices(
  config: Partial<Services["config"]> = {},
): Promise<TestServices> {
  const clock = testClock();
  const media = createFakeMediaServer(clock);
  const logged: string[] = [];
  const webhooks = new Map<string, MediaEvent>();
  return {
    store: await temporaryStore(),
    media,
    counts: createParticipantCounts(media, clock),
    clock,
    log: createLog("debug", { write: (line) => logged.push(line) }),
    hints: newHints(),
    config: {
      frontendUrl: "https://meet.example.org",
      livekitPublicUrl: "wss://livekit.example.org",
      onVercel: false,
      allowedOrigins: [],
      retentionDays: 90,
      apiKeys: [],
      passcodeKey: keyFor("passcodes", "a secret of the tests"),
      ...config,
    },
    readWebhook: async (rawBody) => webhooks.get(rawBody),
    logged,
    webhooks,
  };
}

/** Somebody without any credential. */
export function caller(change: Partial<Caller> = {}): Caller {
  return {
    authorization: undefined,
    ownerSecret: undefined,
    origin: "unsaid",
    address: "192.0.2.1",
    ...change,
  };
}

export const bearer = (token: string) => caller({ authorization: `Bearer ${token}` });
