"use client";
import { RoomAudioRenderer, useRemoteParticipants } from "@livekit/components-react";
import { useEffect, useRef, useState } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl";
import en from "@/components/messages/generated/en-features";
import { type ToastMessage, ToastProvider, useToast } from "@/components/ui/toast";
import { watchDevices } from "@/lib/client/known-devices";
import { Bar } from "./bar";
import { CallProvider, useCall } from "./call-provider";
import { DeviceFailures } from "./device-failures";
import { DeviceLoss } from "./device-loss";
import type { CallEntry } from "./entry";
import { ForbiddenMedia } from "./forbidden-media";
import { PanelHost } from "./panel-host";
import { SkipLinks, useRegions } from "./regions";
import { FeatureProviders, Slot } from "./slots";
import { Stage } from "./stage/stage";
import { StageViewProvider, useFilling } from "./stage/stage-view";
import { AnnounceProvider } from "./use-announce";
import { HostActProvider } from "./use-host-act";
import { useIdle } from "./use-idle";
import { useLasting } from "./use-lasting";
import { PanelProvider, usePanel } from "./use-panel";
import { SurfaceContext } from "./use-surface";
import { WayOutProvider } from "./use-way-out";

const aloneAfterMs = 1_000;
/** Only who comes and goes counts. */
const noUpdates = { updateOnlyOn: [] };

/** On a phone, where a panel covers all: under its heading, and not over what one writes or presses at its foot. */
const toastsOverPanel =
  "max-sm:has-data-[region=panel]:[--toast-bottom:auto] max-sm:has-data-[region=panel]:[--toast-top:calc(4rem+env(safe-area-inset-top))]";

/** Where there is no place beside what is opened over the bar: at the top. */
const toastsOffChoices =
  "max-lg:has-data-over-bar:[--toast-bottom:auto] max-lg:has-data-over-bar:[--toast-top:calc(1rem+env(safe-area-inset-top))]";

interface CallScreenProps {
  entry: CallEntry;
  saying: ToastMessage | undefined;
}

/** The call, from connecting to its end, which `entry.onEnd` is told. Loaded after the page it follows. */
export function CallScreen({ entry, saying }: CallScreenProps) {
  const locale = useLocale();
  const messages = useMessages();
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  useEffect(() => {
    // What was pressed to come in is gone with its page; the keyboard goes on from the call.
    if (document.activeElement === document.body) surface?.focus({ preventScroll: true });
  }, [surface]);
  return (
    <IntlProvider locale={locale} messages={{ ...messages, ...en }}>
      <CallProvider entry={entry}>
        <main
          ref={setSurface}
          tabIndex={-1}
          className={`fixed inset-0 call-stage overflow-hidden outline-none bg-stage text-ink [--bar-height:calc(4.5rem+env(safe-area-inset-bottom))] [--toast-offset:4.5rem] ${toastsOverPanel} ${toastsOffChoices}`}
        >
          <SurfaceContext value={surface}>
            <ToastProvider>
              <PanelProvider>
                <AnnounceProvider>
                  <HostActProvider>
                    <StageViewProvider>
                      <WayOutProvider>
                        <FeatureProviders>
                          <CallLayout />
                        </FeatureProviders>
                      </WayOutProvider>
                    </StageViewProvider>
                  </HostActProvider>
                </AnnounceProvider>
              </PanelProvider>
              <DeviceFailures />
              <DeviceLoss />
              <Said message={saying} />
              <ForbiddenMedia />
            </ToastProvider>
          </SurfaceContext>
        </main>
      </CallProvider>
    </IntlProvider>
  );
}

/** Says what the page around the call has to say, but not what it had said before the call. */
function Said({ message }: { message: ToastMessage | undefined }) {
  const toast = useToast();
  const last = useRef(message);
  useEffect(() => {
    if (message && message !== last.current) toast(message);
    last.current = message;
  }, [message, toast]);
  return null;
}

function CallLayout() {
  const { phase, held } = useCall();
  const bar = useRef<HTMLElement>(null);
  const isIdle = useIdle(bar);
  const seesNobody = useRemoteParticipants(noUpdates).length === 0 && held.length === 0;
  // Somebody whose connection breaks is gone for a moment, and back.
  const isAlone = useLasting(seesNobody && phase === "in-call", aloneAfterMs);
  const { openId } = usePanel();
  const isToTheEdges = useFilling() !== undefined && openId === undefined;
  useRegions();
  const isBarHidden = isIdle && !isAlone && phase !== "connecting";
  useEffect(() => {
    // Menus of devices are whole at once; from here on the browser tells their names.
    if (phase === "in-call") return watchDevices(() => undefined);
  }, [phase]);
  useEffect(() => {
    // The page behind must not scroll under a call that covers it; and where browsers let pages say so, a finger
    // that is drawn across or down must not take the person out of the call, back or through a reload.
    const { style } = document.documentElement;
    const { overflow, overscrollBehavior } = style;
    style.overflow = "hidden";
    style.overscrollBehavior = "none";
    return () => {
      style.overflow = overflow;
      style.overscrollBehavior = overscrollBehavior;
    };
  }, []);
  return (
    <>
      <SkipLinks hasPanel={openId !== undefined} />
      <div
        className={`absolute inset-x-0 top-0 flex gap-2 ${isToTheEdges ? "" : "safe-px-2 py-2"} ${
          isBarHidden ? "bottom-0" : "bottom-(--bar-height) pb-0"
        }`}
      >
        {/* In a small window what is said to the one who is alone stands beside the stage, not over it. */}
        <div className="relative flex min-w-0 flex-1 gap-2 max-sm:flex-col sm:[@media(max-height:32rem)]:flex-row-reverse">
          <div className="min-h-0 min-w-0 flex-1">
            <Stage />
          </div>
          {isAlone && <Slot name="Alone" />}
        </div>
        <PanelHost />
      </div>
      <div className="pointer-events-none absolute inset-x-0 top-0 z-20 flex flex-col items-center gap-2 safe-px-3 py-3 *:pointer-events-auto">
        <Slot name="Overlay" />
      </div>
      <Bar ref={bar} isHidden={isBarHidden} />
      <RoomAudioRenderer />
    </>
  );
}
