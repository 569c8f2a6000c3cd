"use client";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import {
  Menu,
  MenuContent,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu";
import { canChooseSpeaker } from "@/lib/client/known-devices";
import type { DeviceOption, LocalMedia, LocalMediaState } from "@/lib/client/local-media";
import type { MediaKind } from "@/lib/client/media-errors";
import { rememberPreferences } from "@/lib/client/preferences";

export interface DeviceMenuProps {
  kind: MediaKind;
  media: LocalMedia;
  state: LocalMediaState;
}

/** Which device to use; what was chosen is remembered for the next meeting. */
export function DeviceMenu({ kind, media, state }: DeviceMenuProps) {
  const t = useTranslations("meeting.preview");
  const [main, setMain] = useState<HTMLElement | null>(null);
  const chooseMicrophone = (id: string) => {
    media.choose("microphone", id);
    rememberPreferences({ microphoneId: id });
  };
  const chooseCamera = (id: string) => {
    media.choose("camera", id);
    rememberPreferences({ cameraId: id });
  };
  const chooseSpeaker = (id: string) => {
    media.chooseSpeaker(id);
    rememberPreferences({ speakerId: id });
  };
  return (
    <Menu modal={false}>
      <MenuTrigger>
        <button
          // Drawn inside the page's main part, where screen readers look for it.
          ref={(button) => setMain(button?.closest("main") ?? null)}
          type="button"
          aria-label={t(kind === "microphone" ? "microphoneMenu" : "cameraMenu")}
          className="grid h-11 w-8 place-items-center rounded-full pr-1 transition-colors hover:bg-current/15 aria-expanded:bg-current/15"
        >
          <ChevronDown size={16} strokeWidth={2} aria-hidden="true" />
        </button>
      </MenuTrigger>
      <MenuContent align="center" container={main}>
        {kind === "camera" ? (
          <Choices
            title={t("cameras")}
            kind="camera"
            options={state.cameras}
            chosen={state.cameraId}
            onChoose={chooseCamera}
          />
        ) : (
          <>
            <Choices
              title={t("microphones")}
              kind="microphone"
              options={state.microphones}
              chosen={state.microphoneId}
              onChoose={chooseMicrophone}
            />
            {canChooseSpeaker() && state.speakers.length > 0 && (
              <>
                <MenuSeparator />
                <Choices
                  title={t("speakers")}
                  kind="speaker"
                  options={state.speakers}
                  chosen={state.speakerId ?? state.speakers[0]?.id}
                  onChoose={chooseSpeaker}
                />
              </>
            )}
          </>
        )}
      </MenuContent>
    </Menu>
  );
}

interface ChoicesProps {
  title: string;
  kind: "microphone" | "camera" | "speaker";
  options: readonly DeviceOption[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function Choices({ title, kind, options, chosen, onChoose }: ChoicesProps) {
  const t = useTranslations("meeting.preview");
  return (
    <>
      <MenuLabel>{title}</MenuLabel>
      {options.length === 0 && <p className="px-3 pb-2 text-ink-soft text-sm">{t("noneFound")}</p>}
      <MenuRadioGroup value={chosen ?? ""} onValueChange={onChoose} aria-label={title}>
        {options.map(({ id, label }, index) => (
          <MenuRadioItem key={id} value={id}>
            {label === "" ? t("unnamed", { kind, number: String(index + 1) }) : label}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </>
  );
}
