"use client";
import { ChevronDown, Mic, MicOff, Video, VideoOff } from "lucide-react";
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { LevelMeter } from "@/components/call/level-meter";
import { useSwitch } from "@/components/call/use-switch";
import { Spinner } from "@/components/ui/spinner";
import { Tooltip } from "@/components/ui/tooltip";
import type { LocalMedia, LocalMediaState } from "@/lib/client/local-media";
import type { MediaKind } from "@/lib/client/media-errors";
import type { DeviceMenuProps } from "./device-menu";
import { whenIdle } from "./when-idle";

interface PreviewProps {
  media: LocalMedia | undefined;
  state: LocalMediaState;
}

/** The person's own camera and microphone before anybody else has them. */
export function Preview({ media, state }: PreviewProps) {
  const t = useTranslations("meeting.preview");
  const { microphone, camera } = state;
  const Menu = useLate(loadDeviceMenu);
  const BeforeCall = useLate(loadBeforeCall);
  const isAsking = [microphone, camera].some((each) => each.is === "opening" && each.isAsking);
  return (
    <div className="relative aspect-video max-h-[44dvh] w-full overflow-hidden rounded-tile bg-stage text-on-stage md:max-h-[70dvh]">
      {camera.is === "on" ? (
        <Picture track={camera.track} />
      ) : (
        <div className="absolute inset-0 grid place-items-center px-6 pb-16 text-center">
          <p className="flex items-center gap-3 text-balance text-base">
            {camera.is === "opening" && !isAsking && <Spinner />}
            {!media
              ? null
              : isAsking
                ? t("asking")
                : t(
                    camera.is === "opening"
                      ? "cameraStarts"
                      : camera.is === "failed"
                        ? "cameraNotUsable"
                        : "cameraOff",
                  )}
          </p>
        </div>
      )}
      {microphone.is === "on" && (
        <div className="absolute bottom-4 left-4 grid h-11 place-items-center rounded-full bg-scrim px-3.5 text-white ring-1 ring-white/15 max-[21rem]:hidden">
          <LevelMeter track={microphone.track} />
        </div>
      )}
      {BeforeCall && (
        <div className="on-picture absolute top-3 right-3 flex gap-2">
          <BeforeCall media={media} state={state} />
        </div>
      )}
      <div className="absolute inset-x-0 bottom-4 flex justify-center gap-3">
        <Device
          kind="microphone"
          isOn={!media || microphone.is === "on" || microphone.is === "opening"}
          isFailed={microphone.is === "failed"}
          media={media}
          icons={[<Mic key="on" {...icon} />, <MicOff key="off" {...icon} />]}
        >
          <MenuOrPlace Menu={Menu} kind="microphone" media={media} state={state} />
        </Device>
        <Device
          kind="camera"
          isOn={!media || camera.is === "on" || camera.is === "opening"}
          isFailed={camera.is === "failed"}
          media={media}
          icons={[<Video key="on" {...icon} />, <VideoOff key="off" {...icon} />]}
        >
          <MenuOrPlace Menu={Menu} kind="camera" media={media} state={state} />
        </Device>
      </div>
    </div>
  );
}

const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

// The menus bring a menu library with them. Without them one still joins, with the devices the browser chooses.
const loadDeviceMenu = () => import("./device-menu").then(({ DeviceMenu }) => DeviceMenu);
const loadBeforeCall = () => import("./before-call").then(({ BeforeCall }) => BeforeCall);

/** What can wait until the rest of the page stands, and be missing where it does not come. */
function useLate<Props>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | undefined {
  const [Late, setLate] = useState<ComponentType<Props>>();
  useEffect(
    () =>
      whenIdle(() => {
        load().then(
          (loaded) => setLate(() => loaded),
          () => undefined,
        );
      }),
    [load],
  );
  return Late;
}

interface MenuOrPlaceProps extends PreviewProps {
  Menu: ComponentType<DeviceMenuProps> | undefined;
  kind: MediaKind;
}

function MenuOrPlace({ Menu, kind, media, state }: MenuOrPlaceProps) {
  if (Menu && media) return <Menu kind={kind} media={media} state={state} />;
  return (
    <span className="grid h-11 w-8 place-items-center pr-1 opacity-50">
      <ChevronDown size={16} strokeWidth={2} aria-hidden="true" />
    </span>
  );
}

interface DeviceProps {
  kind: MediaKind;
  isOn: boolean;
  isFailed: boolean;
  media: LocalMedia | undefined;
  icons: readonly [on: ReactNode, off: ReactNode];
  children: ReactNode;
}

/** One device: the switch, and the menu beside it. */
function Device({ kind, isOn, isFailed, media, icons, children }: DeviceProps) {
  const t = useTranslations("meeting.preview");
  const label = t(
    kind === "microphone"
      ? isOn
        ? "turnOffMicrophone"
        : "turnOnMicrophone"
      : isOn
        ? "turnOffCamera"
        : "turnOnCamera",
  );
  return (
    <div
      className={`flex items-center rounded-full transition-colors ${isOn ? "bg-scrim text-white ring-1 ring-white/15" : "bg-white text-black"}`}
    >
      <Tooltip text={label}>
        <button
          type="button"
          aria-label={label}
          // Pressed before anything listens, it would only seem to do something.
          disabled={!media}
          onClick={() => media?.turn(kind, !isOn)}
          className="relative grid size-11 place-items-center rounded-full transition-colors hover:bg-current/15"
        >
          {isOn ? icons[0] : icons[1]}
          {isFailed && (
            <span
              aria-hidden="true"
              className="-top-0.5 -right-0.5 absolute grid size-4 place-items-center rounded-full bg-caution font-semibold text-black text-xs leading-none"
            >
              !
            </span>
          )}
        </button>
      </Tooltip>
      {children}
    </div>
  );
}

function Picture({ track }: { track: MediaStreamTrack }) {
  const t = useTranslations("meeting.preview");
  const [mirrorsSelf] = useSwitch("mirrorSelf");
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  // A mirror for the camera that looks at the person; what the other one sees is not turned round.
  const isMirrored = mirrorsSelf && track.getSettings().facingMode !== "environment";
  return (
    <video
      ref={video}
      aria-label={t(isMirrored ? "pictureMirrored" : "picture")}
      autoPlay
      muted
      playsInline
      className={`size-full animate-appear object-cover ${isMirrored ? "-scale-x-100" : ""}`}
    />
  );
}
