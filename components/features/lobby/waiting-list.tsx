"use client";
import { Bell, BellOff, Check, X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/call/avatar";
import { useSettings } from "@/components/call/use-meeting-state";
import { useOwnRole } from "@/components/call/use-role";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { useSwitch } from "@/components/call/use-switch";
import { Button, IconButton } from "@/components/ui/button";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import type { Knock } from "@/lib/contract/participant";
import { useLobby } from "./lobby-provider";

/** Who waits to be let in, over the list of those who are; for hosts alone. */
export function WaitingList() {
  const t = useTranslations("features.lobby");
  const { isModerator } = useOwnRole();
  const { lobby } = useSettings();
  const { knocks, decide, isPending } = useLobby();
  const allKey = useShortcutKey("shift+a");
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // On to the same button of who is first now: who goes on pressing goes on letting people in, or not.
  const keptFocus = useKeptFocus(
    knocks,
    ({ dataset: { decision = "admit" } }) =>
      list.current?.querySelector<HTMLElement>(`[data-decision=${decision}]`) ?? heading.current,
  );
  if (!isModerator || (!lobby && knocks.length === 0)) return null;
  return (
    <section
      aria-labelledby={id}
      className="mb-2 rounded-tile border border-edge p-2"
      {...keptFocus}
    >
      <div className="flex items-center gap-2 pl-2">
        <h3 ref={heading} id={id} tabIndex={-1} className="min-w-0 flex-1 font-medium text-sm">
          {t("count", { count: knocks.length })}
        </h3>
        <SoundSwitch />
      </div>
      {knocks.length > 0 && (
        <ul ref={list} aria-labelledby={id}>
          {knocks.map((knock) => (
            <Waiting key={knock.identity} knock={knock} />
          ))}
        </ul>
      )}
      {knocks.length > 1 && (
        <Button
          variant="primary"
          className="mt-2 w-full"
          shortcut={allKey}
          isPending={isPending()}
          onClick={() => decide("admit")}
        >
          {t("admitAll")}
        </Button>
      )}
    </section>
  );
}

function Waiting({ knock: { identity, name, waiting_since: since } }: { knock: Knock }) {
  const t = useTranslations("features.lobby");
  const { decide, isPending } = useLobby();
  return (
    <li className="flex min-h-12 items-center gap-3 px-2 py-1">
      <Avatar identity={identity} name={name} className="size-8 text-xs" />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate text-sm">
          {name}
        </span>
        <span className="block text-ink-soft text-xs">
          <Since time={since} />
        </span>
      </span>
      <IconButton
        label={t("deny", { name })}
        data-decision="deny"
        aria-disabled={isPending(identity) || undefined}
        onClick={() => decide("deny", identity)}
      >
        <X size={18} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t("admitNamed", { name })}
        data-decision="admit"
        variant="primary"
        aria-disabled={isPending(identity) || undefined}
        onClick={() => decide("admit", identity)}
      >
        <Check size={18} strokeWidth={2} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

/** How long ago, as people say it. The server's clock may be ahead of this one: never in the future. */
function Since({ time }: { time: string }) {
  const t = useTranslations("features.lobby");
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.max(0, Math.floor((now - Date.parse(time)) / 60_000));
  return t("waiting", { minutes });
}

/** Whether a sound says that somebody waits; remembered in this browser. */
function SoundSwitch() {
  const t = useTranslations("features.lobby");
  const [isOn, setIsOn] = useSwitch("lobbySound");
  const Icon = isOn ? Bell : BellOff;
  return (
    <IconButton
      label={t(isOn ? "soundOff" : "soundOn")}
      tooltipSide="bottom"
      onClick={() => setIsOn(!isOn)}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
    </IconButton>
  );
}
