import "server-only";
import { type WebhookEvent, WebhookReceiver } from "livekit-server-sdk";
import { Failure } from "@/lib/server/failure";
import type { MediaEvent } from "@/lib/server/ports/media-server";
import { fromSeconds, isPerson, joinedAt, sourceFromLiveKit, toLiveParticipant } from "./people";

async function verify(
  rawBody: string,
  authorization: string | null,
  keys: { apiKey: string; apiSecret: string },
): Promise<WebhookEvent> {
  try {
    return await new WebhookReceiver(keys.apiKey, keys.apiSecret).receive(
      rawBody,
      authorization ?? undefined,
    );
  } catch (cause) {
    throw new Failure("unauthenticated", { detail: "This is not signed by our LiveKit.", cause });
  }
}

/**
 * What LiveKit's webhook says, once its signature over the raw body is found right; undefined for what
 * is not kept. Throws `Failure("unauthenticated")` for whatever LiveKit did not sign with our keys.
 */
export async function readWebhook(
  rawBody: string,
  authorization: string | null,
  keys: { apiKey: string; apiSecret: string },
): Promise<MediaEvent | undefined> {
  const event = await verify(rawBody, authorization, keys);
  if (!event.room) return undefined;
  const at = fromSeconds(event.createdAt);
  const about = { id: event.id, at, room: { name: event.room.name, sid: event.room.sid } };

  switch (event.event) {
    case "room_started":
      return { ...about, kind: "room-started" };
    case "room_finished":
      return { ...about, kind: "room-finished" };
    case "participant_joined":
    case "participant_left": {
      const { participant } = event;
      if (!participant || !isPerson(participant)) return undefined;
      return {
        ...about,
        kind: event.event === "participant_joined" ? "participant-joined" : "participant-left",
        participant: {
          sid: participant.sid,
          identity: participant.identity,
          name: participant.name,
          joinedAt: joinedAt(participant, at),
          live: toLiveParticipant(participant, at)[0],
        },
      };
    }
    case "track_published": {
      const { participant, track } = event;
      if (!participant || !track || !isPerson(participant)) return undefined;
      return {
        ...about,
        kind: "track-published",
        identity: participant.identity,
        source: sourceFromLiveKit(track.source),
      };
    }
    default:
      return undefined;
  }
}
