"use client";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { useInvitation } from "@/components/call/use-invitation";
import { useShortcut } from "@/components/call/use-shortcut";

/** The key that copies the invitation, whether its menu is open or not. */
export function CopyKey({ children }: { children: ReactNode }) {
  const [isAsked, setIsAsked] = useState(false);
  useShortcut("u", () => setIsAsked(true));
  return (
    <>
      {children}
      {isAsked && <CopyOnce onDone={() => setIsAsked(false)} />}
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
