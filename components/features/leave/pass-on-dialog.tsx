"use client";
import type { RemoteParticipant } from "livekit-client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/call/avatar";
import { useHostAct } from "@/components/call/use-host-act";
import { roleOf } from "@/components/call/use-role";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { updateParticipant } from "@/lib/client/api";
import { inPassOnOrder } from "./pass-on-order";

interface PassOnDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onLeave: () => void;
  onEnd: () => void;
  people: readonly RemoteParticipant[];
}

/** Asks the only host who leaves: who is host from now on, nobody, or is it over for everyone. */
export function PassOnDialog({ isOpen, onClose, onLeave, onEnd, people }: PassOnDialogProps) {
  const t = useTranslations("features.leave");
  const { run, isPending } = useHostAct();
  const [chosen, setChosen] = useState<string>();
  const [error, setError] = useState<string>();
  const listed = inPassOnOrder(
    people.map((person) => ({
      identity: person.identity,
      name: person.name || person.identity,
      role: roleOf(person),
    })),
  );
  const next = listed.find(({ identity }) => identity === chosen) ?? listed[0];

  const passOn = async () => {
    if (!next) return;
    setError(undefined);
    const isDone = await run(
      "pass-on",
      ({ meetingId, as }) => updateParticipant(meetingId, next.identity, { role: "host" }, as),
      { failed: setError },
    );
    if (isDone) onLeave();
  };
  return (
    <Dialog title={t("title")} closeLabel={t("stay")} isOpen={isOpen} onClose={onClose}>
      <div className="grid gap-4">
        <p className="text-ink-soft text-sm">{t("text")}</p>
        <fieldset className="grid gap-1">
          <legend className="pb-1 font-medium text-sm">{t("who")}</legend>
          <div className="-mx-2 grid max-h-56 overflow-y-auto px-2 py-1">
            {listed.map(({ identity, name, role }) => (
              <label
                key={identity}
                className="flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-2 hover:bg-ink/8"
              >
                <input
                  type="radio"
                  name="next-host"
                  checked={identity === next?.identity}
                  onChange={() => setChosen(identity)}
                  className="size-4 shrink-0 accent-accent"
                />
                <Avatar identity={identity} name={name} className="size-8 text-xs" />
                <span className="min-w-0 flex-1 text-sm">
                  <span dir="auto" className="block truncate">
                    {name}
                  </span>
                  {role === "cohost" && (
                    <span className="block text-ink-soft text-xs">{t("cohost")}</span>
                  )}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        {error !== undefined && (
          <p role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
        <div className="grid gap-2">
          <Button variant="primary" isPending={isPending("pass-on")} onClick={() => void passOn()}>
            {t("passOn", { name: next?.name ?? "" })}
          </Button>
          <Button onClick={onLeave}>{t("justLeave")}</Button>
          <Button variant="plain" className="border-edge! text-danger!" onClick={onEnd}>
            {t("end")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
