"use client";
import {
  type ComponentType,
  useCallback,
  useEffect,
  useEffectEvent,
  useReducer,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import type { CallMedia } from "@/components/call/entry";
import { inCallMarker, markInCall, unmarkInCall } from "@/lib/client/in-call-marker";
import { readPreferences, rememberPreferences } from "@/lib/client/preferences";
import { rememberMeeting } from "@/lib/client/recent-meetings";
import { seatOf } from "@/lib/client/seats";
import { type OtherTab, takeOverCall, watchOtherTabs } from "@/lib/client/tab-presence";
import type { MeetingInfo } from "@/lib/contract/meeting";
import { type CallEvent, type CallPhase, reduceCallPhase, type SeatChoice } from "./call-phase";
import { Ended } from "./ended";
import { GoingBackIn } from "./going-back-in";
import { InCall } from "./in-call";
import { joinFailureOf } from "./join-failure";
import { type CallChunkProps, loadCall } from "./load-call";
import { PageFrame } from "./page-frame";
import { PreJoin } from "./pre-join";
import { SecondTab } from "./second-tab";
import { takeSeat } from "./take-seat";
import { useLocalMedia } from "./use-local-media";
import { whenIdle } from "./when-idle";

interface Switches {
  microphone: boolean;
  camera: boolean;
}

/** The call of this person that another tab runs: the one a second joining would throw out. */
const ownCallElsewhere = (meetingId: string, others: readonly OtherTab[]) => {
  const own = seatOf(meetingId)?.identity;
  return others.find(({ identity }) => identity === own);
};

const rememberedName = () => {
  const { name } = readPreferences();
  return name === "" ? undefined : name;
};

function rememberName(name: string | undefined) {
  if (name !== undefined) rememberPreferences({ name });
}

/** A meeting as its page: from the link to the call and out again. */
export function MeetingScreen({ meeting }: { meeting: MeetingInfo }) {
  const t = useTranslations("meeting");
  const meetingId = meeting.meeting_id;
  const [phase, send] = useReducer(reduceCallPhase, { at: "arriving" });
  const [Call, setCall] = useState<ComponentType<CallChunkProps>>();
  const otherTabs = useRef<() => OtherTab[]>(() => []);
  const wish = useRef<Switches>(undefined);
  const lastSwitches = useRef<Switches>(undefined);
  const isJoining = useRef(false);
  const attempts = useRef(0);
  // Before the devices are thought of: after a reload they are to be as they were.
  useEffect(() => {
    wish.current = inCallMarker(meetingId);
  }, [meetingId]);
  const { media, state: mediaState } = useLocalMedia(mediaUseIn(phase), wish);
  const mediaNow = useRef(media);
  useEffect(() => {
    mediaNow.current = media;
  }, [media]);

  /** Straight in, without the form, where no name was typed. */
  async function join(seat: SeatChoice, typedName: string | undefined) {
    if (isJoining.current) return;
    isJoining.current = true;
    send({ type: "join-started", seat, isStraight: typedName === undefined });
    try {
      const [joined, loadedCall] = await Promise.all([
        takeSeat(meetingId, { choice: seat, typedName, knownName: rememberedName() }),
        loadCall(),
      ]);
      const preferences = readPreferences();
      const handedOver: CallMedia = mediaNow.current?.handOver() ?? {
        microphone: { on: preferences.microphoneOn, deviceId: preferences.microphoneId },
        camera: { on: preferences.cameraOn, deviceId: preferences.cameraId },
        speakerId: preferences.speakerId,
      };
      if (seat === "own") rememberName(typedName);
      rememberMeeting({ meetingId, title: joined.meeting.title });
      attempts.current = 0;
      setCall(() => loadedCall);
      send({ type: "joined", joined, media: handedOver });
    } catch (error) {
      const failure = joinFailureOf(error, attempts.current);
      attempts.current += 1;
      // What was typed is good for the next try, unless it is what was refused.
      if (seat === "own" && failure.leadsTo !== "name") rememberName(typedName);
      if (failure.leadsTo === "end") unmarkInCall(meetingId);
      if (failure.leadsTo === "form" && failure.notice.reason === "not-loaded") {
        console.error(error);
      }
      send({ type: "join-failed", failure });
    } finally {
      isJoining.current = false;
    }
  }

  /** Into the call without the pre-join page, with these switched on. */
  function goStraightIn(switches: Switches) {
    wish.current = switches;
    void join("own", undefined);
  }

  function submit(name: string) {
    if (name === "") {
      send({ type: "name-refused", detail: t("nameMissing") });
      return;
    }
    const seat = phase.at === "pre-join" ? phase.seat : "own";
    const other = ownCallElsewhere(meetingId, otherTabs.current());
    if (seat === "own" && other) send({ type: "second-tab-found", other });
    else void join(seat, name);
  }

  function goOnHere(identity: string | undefined, switches: Switches) {
    if (identity !== undefined) takeOverCall(meetingId, identity);
    goStraightIn(switches);
  }

  /** Into the call again, unless another tab is this person in it by now. */
  function tryAgain() {
    const other = ownCallElsewhere(meetingId, otherTabs.current());
    if (!other) goStraightIn(switchesBefore());
    else {
      send({ type: "came-back" });
      send({ type: "second-tab-found", other });
    }
  }

  const othersChanged = useEffectEvent(() => {
    const other = ownCallElsewhere(meetingId, otherTabs.current());
    send(other ? { type: "second-tab-found", other } : { type: "second-tab-gone" });
  });
  const arrived = useEffectEvent(() => {
    const marker = inCallMarker(meetingId);
    const other = ownCallElsewhere(meetingId, otherTabs.current());
    if (other) send({ type: "second-tab-found", other });
    else if (marker) goStraightIn(marker);
    else send({ type: "arrived" });
  });
  useEffect(() => {
    const watching = watchOtherTabs(meetingId, () => othersChanged());
    otherTabs.current = watching.others;
    let isOver = false;
    if (inCallMarker(meetingId)) {
      send({ type: "marker-found" });
      loadCall().catch(() => undefined);
    }
    // From here on this says what is shown; see ReturningScript.
    delete document.documentElement.dataset.returning;
    // A tab that was duplicated brings the mark of the first one along: who else is there comes first.
    void watching.asked.then(() => {
      if (!isOver) arrived();
    });
    return () => {
      isOver = true;
      watching.stop();
    };
  }, [meetingId]);

  // The heavy parts come while the name is typed; what does not come is said when it is needed.
  useEffect(
    () =>
      whenIdle(() => {
        loadCall().catch(() => undefined);
        import("@/lib/client/api").catch(() => undefined);
      }),
    [],
  );

  const reload = useCallback(() => {
    // Straight back in after it.
    const { microphoneOn, cameraOn } = readPreferences();
    markInCall(meetingId, { microphone: microphoneOn, camera: cameraOn });
    window.location.reload();
  }, [meetingId]);

  function switchesBefore(): Switches {
    const { microphoneOn, cameraOn } = readPreferences();
    return lastSwitches.current ?? { microphone: microphoneOn, camera: cameraOn };
  }

  function leaveCall(event: CallEvent) {
    lastSwitches.current = inCallMarker(meetingId);
    unmarkInCall(meetingId);
    send(event);
  }

  switch (phase.at) {
    case "in-call":
      return Call ? (
        <InCall
          meetingId={meetingId}
          meetingUrl={meeting.meeting_url}
          joined={phase.joined}
          media={phase.media}
          Call={Call}
          onEnd={(end) => leaveCall({ type: "call-ended", end })}
          onTakenOver={() => leaveCall({ type: "taken-over" })}
        />
      ) : null;
    case "second-tab":
      return (
        <PageFrame homeLabel={t("home")}>
          <SecondTab
            onUseHere={() => goOnHere(phase.other.identity, phase.other)}
            onSomeoneElse={() => {
              wish.current = undefined;
              send({ type: "someone-else-chosen" });
            }}
          />
        </PageFrame>
      );
    case "ended":
      return (
        <PageFrame homeLabel={t("home")}>
          <Ended
            end={phase.end}
            onRejoin={() => {
              wish.current = undefined;
              send({ type: "came-back" });
            }}
            onTryAgain={tryAgain}
            onUseHere={() => goOnHere(seatOf(meetingId)?.identity, switchesBefore())}
          />
        </PageFrame>
      );
    case "arriving":
    case "pre-join":
    case "joining":
      if (isGoingStraightIn(phase)) {
        return (
          <PageFrame homeLabel={t("home")}>
            <GoingBackIn />
          </PageFrame>
        );
      }
      return (
        <PageFrame homeLabel={t("home")}>
          <PreJoin
            meeting={meeting}
            media={media}
            mediaState={mediaState}
            isJoining={phase.at === "joining"}
            // Only what is there from the start did not come in place of another page.
            takesFocus={phase.at !== "arriving"}
            isSomeoneElse={phase.at !== "arriving" && phase.seat === "someone-else"}
            notice={phase.at === "pre-join" ? phase.notice : undefined}
            nameError={phase.at === "pre-join" ? phase.nameError : undefined}
            onJoin={submit}
            onReload={reload}
          />
        </PageFrame>
      );
    default:
      return phase satisfies never;
  }
}

function mediaUseIn(phase: CallPhase): "none" | "waiting" | "open" {
  if (phase.at === "pre-join" || phase.at === "joining") return "open";
  if (phase.at !== "arriving") return "none";
  // Who goes straight back in is seen the sooner.
  return phase.isReturning === true ? "open" : "waiting";
}

function isGoingStraightIn(phase: CallPhase): boolean {
  return phase.at === "arriving"
    ? phase.isReturning === true
    : phase.at === "joining" && phase.isStraight;
}
