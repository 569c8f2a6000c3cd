"use client";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { isReadOut } from "@/components/call/use-announce";
import { useEveryonesFacts } from "@/components/call/use-everyone";
import { useLookAgain } from "@/components/call/use-look-again";
import { useToast } from "@/components/ui/toast";
import { ParticipantAttributes } from "@/lib/contract/participant";
import { callsSince, type Turn } from "./calls-since";

/** Tells everybody whom a host has called on, by our server's word. */
export function TurnNews() {
  const t = useTranslations("features.raise-hand");
  const toast = useToast();
  const people = useEveryonesFacts();
  const turns = people
    .filter(({ identity }) => identity !== "")
    .map(({ identity, name, isLocal, attributes }): Turn => {
      const { called_on_at: at, called_on_by: by } = ParticipantAttributes.parse(attributes);
      return { identity, name: name || identity, isLocal, at, by: by || undefined };
    });
  const known = useRef<ReadonlyMap<string, string | undefined>>(new Map());
  const seen = JSON.stringify(turns.map(({ identity, at }) => [identity, at]));
  useLookAgain(seen, () => {
    const { fresh, next } = callsSince(known.current, turns);
    known.current = next;
    for (const { name, isLocal, by } of fresh) {
      if (isLocal) toast({ text: by === undefined ? t("yourTurn") : t("yourTurnBy", { by }) });
      else {
        toast({
          text: by === undefined ? t("floor", { name }) : t("floorBy", { by, name }),
          isQuiet: !isReadOut("host"),
        });
      }
    }
  });
  return null;
}
