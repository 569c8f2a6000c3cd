// The tables as Kysely types the queries. Both dialects hold the same: times and JSON as text, flags
// as 0 or 1.

import type { ColumnType } from "kysely";

export interface Tables {
  meetings: {
    id: string;
    room_name: string;
    title: string | null;
    settings: string;
    host_key_hash: string;
    created_at: string;
    scheduled_at: string | null;
    last_used_at: string;
    deleted_at: string | null;
    /** 1 from the delete on until LiveKit's room is known to be closed. */
    room_open: number;
    passcode_sealed: string | null;
    revision: ColumnType<number, number | undefined>;
    ended_at: string | null;
    ended_by: string | null;
    spotlight: string | null;
    /** When what was known of it was wiped. */
    purged_at: string | null;
  };
  meeting_owners: {
    meeting_id: string;
    owner_hash: string;
    created_at: string;
    /** The hash of the host key that made this browser owner; null for the one that made the meeting. */
    by_host_key: string | null;
  };
  seats: {
    identity: string;
    meeting_id: string;
    token_hash: string;
    name: string;
    role: string;
    created_at: string;
    last_used_at: string;
    removed_at: string | null;
    removed_by: string | null;
    status: ColumnType<string, string | undefined>;
    waiting_since: string | null;
    asked_at: string | null;
    denied_at: string | null;
    place_until: string | null;
    entered_at: string | null;
    hand_raised_at: string | null;
    /** JSON. */
    allow: ColumnType<string, string | undefined>;
    /** The owner in whose browser it last came in, where that was one of the meeting. */
    owner_hash: string | null;
    /** The hash of the last host key that its person is known to have had. */
    host_key_hash: string | null;
  };
  sessions: {
    id: string;
    meeting_id: string;
    /** null until the first participant is known: the room's end may be heard of first. */
    started_at: string | null;
    /** As the webhook said. */
    ended_at: string | null;
    /** As a look at LiveKit had it, where no webhook came. What the webhook says counts more. */
    found_ended_at: string | null;
  };
  attendance: {
    session_id: string;
    participant_sid: string;
    identity: string;
    name: string;
    /** When the event happened that the name is from: the latest one names. */
    named_at: string;
    joined_at: string;
    left_at: string | null;
    found_left_at: string | null;
    /** The highest role held in it; null where it was written before roles were. */
    role: string | null;
  };
  messages: {
    meeting_id: string;
    id: string;
    /** The number of its last change in its meeting. */
    change: number;
    author_identity: string;
    author_name: string;
    author_role: string;
    to_identity: string | null;
    reply_to: string | null;
    /** The number of its first change: `change` as it was when it was kept. */
    position: number;
    text: string | null;
    sent_at: string;
    edited_at: string | null;
    deleted_at: string | null;
  };
  message_changes: { meeting_id: string; last: number };
  webhook_events: { id: string; at: string };
  limits: { key: string; count: number; reset_at: string };
  idempotency: {
    /** Derived from the key, which is not kept. */
    id: string;
    body_hash: string;
    /** Whose it is while it runs. */
    claim: string;
    claimed_at: string;
    is_done: number;
    /** The draft, and once it is done the answer; encrypted under the key. */
    sealed: string;
    created_at: string;
  };
  leases: { name: string; held_until: string };
  meta: { key: string; value: string };
}
