import type { Readiness } from "@/lib/contract/health";
import type { Services } from "@/lib/server/services";
import { within } from "./within";

const patienceMs = 2_500;

async function timed(ping: Promise<void>): Promise<{ ok: boolean; latency_ms: number }> {
  const startedAt = performance.now();
  const ok = await within(patienceMs, ping).then(
    () => true,
    () => false,
  );
  return { ok, latency_ms: Math.round((performance.now() - startedAt) * 10) / 10 };
}

/** Whether the app can do its work: the store and LiveKit both answer. Never throws. */
export async function checkReadiness({ store, media }: Services): Promise<Readiness> {
  const [storeHealth, livekit] = await Promise.all([timed(store.ping()), timed(media.ping())]);
  const status = storeHealth.ok && livekit.ok ? "ok" : "unavailable";
  return { status, store: storeHealth, livekit };
}
