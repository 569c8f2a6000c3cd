"use client";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { InvitationQr } from "@/components/call/invitation-qr";
import { useInvitation } from "@/components/call/use-invitation";
import { useShortcut } from "@/components/call/use-shortcut";

type Way = "copy" | "share";

/** The keys that copy the invitation, share it and show its code, whether what has their buttons is open or not. */
export function InvitationKeys({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Way>();
  /** Undefined until it is first asked for. */
  const [isCodeOpen, setIsCodeOpen] = useState<boolean>();
  useShortcut("u", () => setAsked("copy"));
  useShortcut("invite.share", () => setAsked("share"));
  useShortcut("invite.qr", () => setIsCodeOpen(true));
  return (
    <>
      {children}
      {asked && <SendOnce way={asked} onDone={() => setAsked(undefined)} />}
      {isCodeOpen !== undefined && (
        <InvitationQr isOpen={isCodeOpen} onClose={() => setIsCodeOpen(false)} />
      )}
    </>
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
