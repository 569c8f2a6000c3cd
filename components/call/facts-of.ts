import type { Participant } from "livekit-client";
import { ParticipantAttributes } from "@/lib/contract/participant";

type Facts = ReturnType<typeof ParticipantAttributes.parse>;

/** What was parsed last of each, and from what: LiveKit copies attributes whenever it is asked for them. */
const parsed = new WeakMap<Pick<Participant, "attributes">, { text: string; facts: Facts }>();

/** The facts our server wrote on somebody; the same object until one is another. */
export function factsOf(participant: Pick<Participant, "attributes">): Facts {
  const { attributes } = participant;
  const text = JSON.stringify(attributes);
  const known = parsed.get(participant);
  if (known?.text === text) return known.facts;
  const facts = ParticipantAttributes.parse(attributes);
  parsed.set(participant, { text, facts });
  return facts;
}
