"use client";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { InvitationQr } from "@/components/call/invitation-qr";
import { useInvitation } from "@/components/call/use-invitation";
import { useShortcut } from "@/components/call/use-shortcut";

/** The keys that copy the invitation and show its code, whether what has their buttons is open or not. */
export function InvitationKeys({ children }: { children: ReactNode }) {
  const [isAsked, setIsAsked] = useState(false);
  /** Undefined until it is first asked for. */
  const [isCodeOpen, setIsCodeOpen] = useState<boolean>();
  useShortcut("u", () => setIsAsked(true));
  useShortcut("invite.qr", () => setIsCodeOpen(true));
  return (
    <>
      {children}
      {isAsked && <CopyOnce onDone={() => setIsAsked(false)} />}
      {isCodeOpen !== undefined && (
        <InvitationQr isOpen={isCodeOpen} onClose={() => setIsCodeOpen(false)} />
      )}
    </>
  );
}

/** Copies as soon as the passcode is there, which is asked for only now. */
function CopyOnce({ onDone }: { onDone: () => void }) {
  const { copy, isWhole } = useInvitation();
  const finish = useEffectEvent(() => {
    copy();
    onDone();
  });
  useEffect(() => {
    if (isWhole) finish();
  }, [isWhole]);
  return null;
}
