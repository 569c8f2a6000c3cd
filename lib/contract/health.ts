import { z } from "zod";

const Part = z.object({ ok: z.boolean(), latency_ms: z.number() });

export const Liveness = z.object({ status: z.literal("ok") }).meta({ id: "Liveness" });

export const Readiness = z
  .object({ status: z.enum(["ok", "unavailable"]), store: Part, livekit: Part })
  .meta({ id: "Readiness" });
export type Readiness = z.infer<typeof Readiness>;

export const WebhookReceived = z
  .object({ received: z.literal(true) })
  .meta({ id: "WebhookReceived" });
