"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useHostAct } from "@/components/call/use-host-act";
import { useShortcut } from "@/components/call/use-shortcut";
import { decideKnock } from "@/lib/client/api";
import type { DecideRequest, Knock } from "@/lib/contract/participant";
import { useKnocks } from "./use-knocks";

type Decision = DecideRequest["decision"];

interface Lobby {
  /** Who waits to be let in, the first first; nobody, for those who may not know. */
  knocks: readonly Knock[];
  /** Lets somebody in or not; everybody who waits without an identity. */
  decide: (decision: Decision, identity?: string) => void;
  isPending: (identity?: string) => boolean;
}

const LobbyContext = createContext<Lobby | undefined>(undefined);

export function useLobby(): Lobby {
  const lobby = useContext(LobbyContext);
  if (!lobby) throw new Error("useLobby needs a LobbyProvider above it.");
  return lobby;
}

const keyOf = (identity: string | undefined) => `knock:${identity ?? "all"}`;

/** Knows who waits, for the hosts: the list, the toast and the badge show the same. */
export function LobbyProvider({ children }: { children: ReactNode }) {
  const { knocks, hear, look } = useKnocks();
  const { run, isPending } = useHostAct();
  const lobby = useMemo<Lobby>(
    () => ({
      knocks,
      decide: (decision, identity) =>
        void run(keyOf(identity), async ({ meetingId, as }) => {
          const answer = decideKnock(meetingId, decision, {
            ...as,
            ...(identity === undefined ? {} : { identity }),
          });
          hear((await answer).knocks);
        }).then((isDone) => {
          // Somebody else was quicker, or the person went: the list says.
          if (!isDone) look();
        }),
      isPending: (identity) => isPending(keyOf(identity)),
    }),
    [knocks, hear, look, run, isPending],
  );
  const [first] = knocks;
  useShortcut("shift+a", () => {
    if (first) lobby.decide("admit");
  });
  useShortcut("lobby.admitNext", () => {
    if (first) lobby.decide("admit", first.identity);
  });
  useShortcut("lobby.denyNext", () => {
    if (first) lobby.decide("deny", first.identity);
  });
  return <LobbyContext value={lobby}>{children}</LobbyContext>;
}
