"use client";
import { useRoomContext } from "@livekit/components-react";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useCall } from "@/components/call/call-provider";
import { useHostAct } from "@/components/call/use-host-act";
import { useSettings } from "@/components/call/use-meeting-state";
import { useOwnRole } from "@/components/call/use-role";
import { ChatSession, type ChatSnapshot } from "./chat-session";

const ChatContext = createContext<ChatSession | undefined>(undefined);

/** The chat of this call, for what acts on it. */
export function useChatSession(): ChatSession {
  const session = useContext(ChatContext);
  if (!session) throw new Error("useChatSession needs a ChatProvider above it.");
  return session;
}

/** The chat as it is now. */
export function useChat(): ChatSnapshot {
  const session = useChatSession();
  return useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
}

/** Whether this person may write: the hosts always may. */
export function useMayWrite(): boolean {
  const { isModerator } = useOwnRole();
  return useSettings().allow.chat || isModerator;
}

/** Listens and keeps, whether the panel is open or not. */
export function ChatProvider({ children }: { children: ReactNode }) {
  const room = useRoomContext();
  const { entry, phase } = useCall();
  const { acting } = useHostAct();
  const settings = useSettings();
  const isAllowed = useRef(settings.allow.chat);
  useEffect(() => {
    isAllowed.current = settings.allow.chat;
  }, [settings.allow.chat]);
  const [session] = useState(
    () =>
      new ChatSession({
        meetingId: entry.meetingId,
        acting,
        room,
        ownIdentity: entry.joined.participant_identity,
        isChatAllowed: () => isAllowed.current,
      }),
  );
  useEffect(() => session.attach(room), [session, room]);
  useEffect(() => session.start(), [session]);
  useEffect(() => {
    if (phase === "in-call") session.connected();
  }, [session, phase]);
  return <ChatContext value={session}>{children}</ChatContext>;
}
