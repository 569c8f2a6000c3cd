"use client";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
} from "react";
import { useInvitation } from "@/components/call/use-invitation";
import { useShortcut } from "@/components/call/use-shortcut";
import { InvitationQr } from "./invitation-qr";

type Way = "copy" | "share";

const ShowCodeContext = createContext<() => void>(() => undefined);

/** Shows the invitation's code. */
export const useShowCode = () => useContext(ShowCodeContext);

/**
 * The keys that copy the invitation, share it and show its code, whether what has their buttons is open or not;
 * and the code, which outlives the button that showed it: it goes when the first one has come by it.
 */
export function InvitationProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Way>();
  /** Undefined until it is first asked for. */
  const [isCodeOpen, setIsCodeOpen] = useState<boolean>();
  useShortcut("u", () => setAsked("copy"));
  useShortcut("invite.share", () => setAsked("share"));
  const showCode = useCallback(() => setIsCodeOpen(true), []);
  useShortcut("invite.qr", showCode);
  return (
    <ShowCodeContext value={showCode}>
      {children}
      {asked && <SendOnce way={asked} onDone={() => setAsked(undefined)} />}
      {isCodeOpen !== undefined && (
        <InvitationQr isOpen={isCodeOpen} onClose={() => setIsCodeOpen(false)} />
      )}
    </ShowCodeContext>
  );
}

/** Sends it out as soon as the passcode is there, which is asked for only now. */
function SendOnce({ way, onDone }: { way: Way; onDone: () => void }) {
  const { copy, share, isWhole } = useInvitation();
  const finish = useEffectEvent(() => {
    // Where the system has no sheet for it, it is at least at hand.
    if (way === "share" && share) share();
    else copy();
    onDone();
  });
  useEffect(() => {
    if (isWhole) finish();
  }, [isWhole]);
  return null;
}
