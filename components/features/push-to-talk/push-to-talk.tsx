"use client";
import { Mic } from "lucide-react";
import { useTranslations } from "use-intl";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { useSwitch } from "@/components/call/use-switch";
import { useTalking } from "./use-talking";

/** Who is muted is heard while the key is held. */
export function PushToTalk() {
  const [isOn] = useSwitch("pushToTalk");
  return isOn ? <Talking /> : null;
}

function Talking() {
  const t = useTranslations("features.push-to-talk");
  const isTalking = useTalking("space");
  const key = useShortcutKey("space") ?? "";
  if (!isTalking) return null;
  // Not read out: whoever speaks is told in two words that the microphone is on.
  return (
    <p className="flex animate-appear items-center gap-3 rounded-full border-2 border-accent bg-raised py-2 pr-5 pl-4 font-medium text-ink text-sm shadow-float">
      <Mic size={20} strokeWidth={2} aria-hidden="true" className="text-accent-strong" />
      {t("heard", { key })}
    </p>
  );
}
