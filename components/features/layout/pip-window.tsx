"use client";
import { LogOut, Mic, MicOff, Video, VideoOff } from "lucide-react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { Stage } from "@/components/call/stage/stage";
import { useDeviceToggle } from "@/components/call/use-device-toggle";
import { SurfaceContext } from "@/components/call/use-surface";
import { useWayOut } from "@/components/call/use-way-out";
import { IconButton } from "@/components/ui/button";

const mark = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

/** The call in a window of its own: who matters now, and the buttons one cannot do without. */
export default function PipWindow({ target }: { target: Window }) {
  const t = useTranslations("features.layout.pip");
  const { leave } = useWayOut();
  const microphone = useDeviceToggle("microphone");
  const camera = useDeviceToggle("camera");
  const { body } = target.document;
  return createPortal(
    <SurfaceContext value={body}>
      <main className="call-stage fixed inset-0 flex flex-col gap-2 bg-stage p-2 text-ink">
        <div className="min-h-0 flex-1">
          <Stage isSmall={true} />
        </div>
        <section aria-label={t("controls")} className="flex justify-center gap-2">
          <Turn
            label={t(microphone.isOn ? "turnOffMicrophone" : "turnOnMicrophone")}
            device={microphone}
          >
            {microphone.isOn ? <Mic {...mark} /> : <MicOff {...mark} />}
          </Turn>
          <Turn label={t(camera.isOn ? "turnOffCamera" : "turnOnCamera")} device={camera}>
            {camera.isOn ? <Video {...mark} /> : <VideoOff {...mark} />}
          </Turn>
          <IconButton label={t("leave")} variant="danger" onClick={leave}>
            <LogOut {...mark} />
          </IconButton>
        </section>
      </main>
    </SurfaceContext>,
    body,
  );
}

interface TurnProps {
  label: string;
  device: ReturnType<typeof useDeviceToggle>;
  children: ReactNode;
}

function Turn({ label, device: { isOn, unavailable, toggle }, children }: TurnProps) {
  return (
    <IconButton
      label={label}
      unavailable={unavailable}
      variant="quiet"
      onClick={toggle}
      className={isOn || unavailable !== undefined ? "" : "bg-ink! text-canvas! hover:bg-ink/90!"}
    >
      {children}
    </IconButton>
  );
}
