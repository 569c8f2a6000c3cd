"use client";
import { useLocalParticipant, useRoomContext } from "@livekit/components-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useLookAgain } from "@/components/call/use-look-again";
import { useIsSpeaking } from "@/components/call/use-of-person";
import { type SaidToast, useToast } from "@/components/ui/toast";
import { ParticipantAttributes } from "@/lib/contract/participant";
import { hadItsTurn } from "./hand-order";
import { useHands } from "./hands-provider";

/** So long has to be spoken, all in all, for a hand to have had its turn. */
const spokenMs = 4_000;
/** Who is silent for so long has finished, and does not only breathe in. */
const finishedMs = 1_500;

/** What concerns one's own hand: that a host lowered it, and that it may have had its turn. */
export function OwnHandNews() {
  const t = useTranslations("features.raise-hand");
  const toast = useToast();
  const { phase } = useCall();
  const { own } = useHands();
  const { raisedAt } = own;
  const room = useRoomContext();
  const was = useRef(raisedAt);
  useLookAgain(raisedAt, () => {
    const before = was.current;
    was.current = raisedAt;
    if (before === undefined || raisedAt !== undefined || own.wasLoweredHere()) return;
    const { attributes } = room.localParticipant;
    const { called_on_at: calledOnAt } = ParticipantAttributes.parse(attributes);
    // Whose turn it is is told that.
    if (!hadItsTurn(before, calledOnAt)) toast({ text: t("loweredByHost") });
  });
  // Another hand is another turn.
  return raisedAt !== undefined && phase === "in-call" ? <Spoken key={raisedAt} /> : null;
}

/** Offers to lower the hand of who has spoken, once. It stays up by itself. */
function Spoken() {
  const t = useTranslations("features.raise-hand");
  const toast = useToast();
  const { own } = useHands();
  const { localParticipant } = useLocalParticipant();
  const isSpeaking = useIsSpeaking(localParticipant);
  const spoken = useRef(0);
  const said = useRef<SaidToast>(undefined);
  const offer = useEffectEvent(() => {
    said.current = toast({
      text: t("spoken"),
      isLasting: true,
      action: { label: t("lowerIt"), onSelect: () => own.set(false) },
    });
  });
  useEffect(() => {
    if (isSpeaking) {
      const since = performance.now();
      return () => {
        spoken.current += performance.now() - since;
      };
    }
    if (spoken.current < spokenMs || said.current) return;
    const timer = setTimeout(() => offer(), finishedMs);
    return () => clearTimeout(timer);
  }, [isSpeaking]);
  useEffect(() => () => said.current?.dismiss(), []);
  return null;
}
