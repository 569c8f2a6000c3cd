"use client";
import { Volume2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { LevelMeter } from "@/components/call/level-meter";
import { playNotesFrom } from "@/components/call/play-notes";
import { SettingsSection } from "@/components/call/settings-section";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { canChooseSpeaker } from "@/lib/client/known-devices";
import type { DeviceOption } from "@/lib/client/local-media";

const kinds = ["camera", "microphone", "speaker"] as const;
export type DeviceKind = (typeof kinds)[number];

/** What there is of a kind, and what is in use of it. */
export interface Choosable {
  options: readonly DeviceOption[];
  chosen: string | undefined;
  choose: (id: string) => void | Promise<void>;
}

interface DeviceFieldsProps {
  devices: Readonly<Record<DeviceKind, Choosable>>;
  /** The microphone's track, to show how loud it is. */
  microphoneTrack: MediaStreamTrack | undefined;
}

/** Camera, microphone and speaker, each with what there is to test it. */
export function DeviceFields({ devices, microphoneTrack }: DeviceFieldsProps) {
  const t = useTranslations("features.devices");
  const [failed, setFailed] = useState<DeviceKind>();
  const [isPlaying, setIsPlaying] = useState(false);
  const choose = async (kind: DeviceKind, id: string) => {
    setFailed(undefined);
    try {
      await devices[kind].choose(id);
    } catch {
      setFailed(kind);
    }
  };
  // LiveKit's client says "default" as long as nothing was chosen, and only Chromium has a device of that name;
  // and one that is remembered may be gone.
  const inUse = (kind: DeviceKind) =>
    devices[kind].options.find(({ id }) => id === devices[kind].chosen)?.id;
  const test = async () => {
    if (isPlaying) return;
    setFailed(undefined);
    setIsPlaying(true);
    try {
      await playNotesFrom(inUse("speaker"), [523, 659, 784], 0.25);
    } catch {
      setFailed("speaker");
    } finally {
      setIsPlaying(false);
    }
  };
  const field = (kind: DeviceKind) => {
    const { options } = devices[kind];
    const isSystems = kind === "speaker" && !canChooseSpeaker();
    if (isSystems || options.length === 0) {
      return (
        <div className="grid gap-1 text-base mouse:text-sm">
          <span className="font-medium">{t(kind)}</span>
          {/* Firefox lists no speaker before one is allowed, and plays all the same. */}
          <span className="text-ink-soft">
            {kind === "speaker" ? t("systemSpeaker") : t(`none.${kind}`)}
          </span>
        </div>
      );
    }
    return (
      <SelectField
        label={t(kind)}
        value={inUse(kind) ?? options[0]?.id ?? ""}
        options={options.map(({ id, label }, index) => ({
          value: id,
          label: label === "" ? t("unnamed", { kind: t(kind), number: index + 1 }) : label,
        }))}
        onChange={(id) => void choose(kind, id)}
      />
    );
  };
  const failure = (kind: DeviceKind) => (
    <p role="alert" className="text-danger text-sm empty:hidden">
      {failed === kind && t(`failed.${kind}`)}
    </p>
  );
  return (
    <SettingsSection title={t("title")}>
      <div className="grid gap-5">
        <div className="grid gap-2">
          {field("camera")}
          {failure("camera")}
        </div>
        <div className="grid gap-2">
          {field("microphone")}
          {failure("microphone")}
          {microphoneTrack ? (
            <div className="flex min-h-8 items-center gap-3 text-good">
              <LevelMeter track={microphoneTrack} bars={24} />
              <span className="text-ink-soft text-sm">{t("level")}</span>
            </div>
          ) : (
            <p className="text-ink-soft text-sm">{t("levelOff")}</p>
          )}
        </div>
        <div className="grid gap-2">
          {field("speaker")}
          {failure("speaker")}
          <Button
            className="justify-self-start"
            isPending={isPlaying}
            icon={<Volume2 size={18} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => void test()}
          >
            {t("test")}
          </Button>
        </div>
      </div>
    </SettingsSection>
  );
}
