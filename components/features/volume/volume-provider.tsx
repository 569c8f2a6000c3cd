"use client";
import type { RemoteParticipant } from "livekit-client";
import { createContext, type ReactNode, useContext, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { applyVolume, canTurnDown, keepVolume, volumeOf } from "./volumes";

type Ask = (person: RemoteParticipant) => void;

const AskContext = createContext<Ask>(() => undefined);

/** Asks how loud somebody is to be. */
export const useAskVolume = () => useContext(AskContext);

/** One dialog for whoever is turned up or down. */
export function VolumeProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("features.volume");
  const [person, setPerson] = useState<RemoteParticipant>();
  const [isOpen, setIsOpen] = useState(false);
  const ask: Ask = (next) => {
    setPerson(next);
    setIsOpen(true);
  };
  return (
    <AskContext value={ask}>
      {children}
      <Dialog
        title={t("title", { name: person?.name || (person?.identity ?? "") })}
        closeLabel={t("close")}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        {person && <Slider key={person.identity} person={person} />}
      </Dialog>
    </AskContext>
  );
}

function Slider({ person }: { person: RemoteParticipant }) {
  const t = useTranslations("features.volume");
  const id = useId();
  const [percent, setPercent] = useState(() => Math.round(volumeOf(person.identity) * 100));
  const [hasSlider] = useState(canTurnDown);
  const set = (next: number) => {
    setPercent(next);
    keepVolume(person.identity, next / 100);
    applyVolume(person);
  };
  return (
    <div className="grid gap-4">
      {hasSlider ? (
        <div className="grid gap-2">
          <label htmlFor={id} className="text-ink-soft text-sm">
            {t("hint")}
          </label>
          <div className="flex items-center gap-4">
            <input
              id={id}
              type="range"
              min={0}
              max={100}
              step={5}
              value={percent}
              aria-valuetext={t("percent", { percent })}
              onChange={({ target }) => set(target.valueAsNumber)}
              className="h-11 min-w-0 flex-1 cursor-pointer accent-accent mouse:h-9"
            />
            <output htmlFor={id} className="tabular w-14 text-right text-sm">
              {t("percent", { percent })}
            </output>
          </div>
        </div>
      ) : (
        <p className="text-ink-soft text-sm">{t("hint")}</p>
      )}
      <Button className="justify-self-start" onClick={() => set(percent === 0 ? 100 : 0)}>
        {percent === 0 ? t("hear") : t("silence")}
      </Button>
    </div>
  );
}
