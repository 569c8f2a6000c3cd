"use client";
import { useRoomContext } from "@livekit/components-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useAnnounce } from "@/components/call/use-announce";
import { useLookAgain } from "@/components/call/use-look-again";
import { useTogether } from "@/components/call/use-together";
import { ParticipantAttributes } from "@/lib/contract/participant";
import { type Hand, hadItsTurn, loweredSince } from "./hand-order";
import { useHands } from "./hands-provider";

/** All that a host lowers at once is one sentence. */
const togetherMs = 1_000;

/** Tells screen readers of others' hands that go down; with whoever leaves, or is called on, that is said already. */
export function LoweredNews() {
  const t = useTranslations("features.raise-hand");
  const announce = useAnnounce();
  const room = useRoomContext();
  const { queue } = useHands();
  const known = useRef(queue);
  const gather = useTogether<Hand>(togetherMs, ([first, ...others]) => {
    if (!first) return;
    const { name } = first;
    announce(
      "hands",
      others.length === 0
        ? t("lowered", { name })
        : t("loweredMore", { name, others: others.length }),
    );
  });
  useLookAgain(queue, () => {
    const lowered = loweredSince(known.current, queue);
    known.current = queue;
    for (const hand of lowered) {
      const person = room.getParticipantByIdentity(hand.identity);
      if (!person || hand.isLocal) continue;
      const { called_on_at: calledOnAt } = ParticipantAttributes.parse(person.attributes);
      if (!hadItsTurn(hand.raisedAt, calledOnAt)) gather(hand);
    }
  });
  return null;
}
