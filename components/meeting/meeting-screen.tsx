"use client";
import {
  type ComponentType,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import type { CallEnd, CallMedia } from "@/components/call/entry";
import { inCallMarker, markInCall, unmarkInCall } from "@/lib/client/in-call-marker";
import { readPreferences, rememberPreferences } from "@/lib/client/preferences";
import { rememberMeeting } from "@/lib/client/recent-meetings";
import { seatOf } from "@/lib/client/seats";
import { type OtherTab, takeOverCall, watchOtherTabs } from "@/lib/client/tab-presence";
import type { WaitingToJoin } from "@/lib/contract/join";
import type { MeetingInfo } from "@/lib/contract/meeting";
import type { Role } from "@/lib/contract/participant";
import { type CallEvent, type CallPhase, reduceCallPhase, type SeatChoice } from "./call-phase";
import { Ended } from "./ended";
import { GoingBackIn } from "./going-back-in";
import { InCall } from "./in-call";
import { joinFailureOf } from "./join-failure";
import type { JoinInput } from "./join-form";
import { type CallChunkProps, loadCall } from "./load-call";
import { PageFrame } from "./page-frame";
import { PreJoin } from "./pre-join";
import { SecondTab } from "./second-tab";
import { type Arrival, isWaiting, takeSeat } from "./take-seat";
import { useHostLink } from "./use-host-link";
import { useLocalMedia } from "./use-local-media";
import { useWaiting } from "./use-waiting";
import { Waiting } from "./waiting";
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

interface MeetingScreenProps {
  meeting: MeetingInfo;
  /** The browser that asked for the page is a host's. */
  isHost: boolean;
}

/** A meeting as its page: from the link to the call and out again. */
export function MeetingScreen({ meeting, isHost: isOwner }: MeetingScreenProps) {
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

  const hostLink = useHostLink(meetingId);
  const saying = useMemo(() => {
    if (hostLink.state === "replaced") return { text: t("hostLink.replacedInCall") };
    if (hostLink.state !== "failed") return undefined;
    const action = { label: t("hostLink.tryAgain"), onSelect: hostLink.ask };
    return { text: t("hostLink.failed"), action };
  }, [hostLink.state, hostLink.ask, t]);
  const isHost = isOwner || hostLink.state === "is-host";
  const lastStay = useRef<{ name: string; isHost: boolean }>(undefined);

  /** Into the call, with what the preview has open; a newcomer perhaps without the microphone. */
  function enter({ joined, isNew }: Arrival, LoadedCall: ComponentType<CallChunkProps>) {
    const preferences = readPreferences();
    const handedOver: CallMedia = mediaNow.current?.handOver() ?? {
      microphone: { on: preferences.microphoneOn, deviceId: preferences.microphoneId },
      camera: { on: preferences.cameraOn, deviceId: preferences.cameraId },
      speakerId: preferences.speakerId,
    };
    const isMuted = isNew && joined.role === "participant" && joined.meeting.settings.mute_on_entry;
    const { microphone } = handedOver;
    rememberMeeting({ meetingId, title: joined.meeting.title });
    attempts.current = 0;
    lastStay.current = { name: joined.participant_name, isHost: joined.role !== "participant" };
    setCall(() => LoadedCall);
    send({
      type: "joined",
      joined,
      media: isMuted ? { ...handedOver, microphone: { ...microphone, on: false } } : handedOver,
    });
  }

  /** Takes the place in the lobby; a reload comes back to it. */
  function wait(waiting: WaitingToJoin) {
    const since = inCallMarker(meetingId)?.waitingSince ?? Date.now();
    markInCall(meetingId, { ...switchesNow(), waitingSince: since });
    attempts.current = 0;
    send({ type: "told-to-wait", waiting, since });
  }

  function fail(error: unknown, passcode = "") {
    const failure = joinFailureOf(error, attempts.current);
    attempts.current += 1;
    // A reload is to find the form, or the page that says why; only what may pass is tried again.
    const isFinal =
      failure.leadsTo !== "form" || ["locked", "refused"].includes(failure.notice.reason);
    lastSwitches.current = switchesNow();
    if (isFinal) unmarkInCall(meetingId);
    if (failure.leadsTo === "form" && failure.notice.reason === "not-loaded") console.error(error);
    if (failure.leadsTo === "passcode") {
      const detail = t(passcode === "" ? "passcodeMissing" : "passcodeWrong");
      send({ type: "passcode-refused", detail });
    } else send({ type: "join-failed", failure });
    return failure;
  }

  /** Straight in, without the form, where nothing was typed. */
  async function join(seat: SeatChoice, typed: JoinInput | undefined) {
    if (isJoining.current) return;
    isJoining.current = true;
    send({ type: "join-started", seat, isStraight: typed === undefined });
    try {
      await hostLink.settled();
      const [answer, loadedCall] = await Promise.all([
        takeSeat(meetingId, {
          choice: seat,
          typedName: typed?.name,
          passcode: typed?.passcode,
          knownName: rememberedName(),
        }),
        loadCall(),
      ]);
      if (seat === "own") rememberName(typed?.name);
      if (isWaiting(answer)) wait(answer);
      else enter(answer, loadedCall);
    } catch (error) {
      const failure = fail(error, typed?.passcode);
      // What was typed is good for the next try, unless it is what was refused.
      if (seat === "own" && failure.leadsTo !== "name") rememberName(typed?.name);
    } finally {
      isJoining.current = false;
    }
  }

  const trouble = useWaiting(meetingId, phase.at === "waiting" ? phase.waiting : undefined, {
    onWaiting: wait,
    onArrival: (arrival) => {
      loadCall().then((loadedCall) => enter(arrival, loadedCall), fail);
    },
    onFailure: (error) => void fail(error),
  });

  /** Into the call without the pre-join page, with these switched on. */
  function goStraightIn(switches: Switches) {
    wish.current = switches;
    void join("own", undefined);
  }

  function submit(input: JoinInput) {
    if (input.name === "") {
      send({ type: "name-refused", detail: t("nameMissing") });
      return;
    }
    const seat = phase.at === "pre-join" ? phase.seat : "own";
    const other = ownCallElsewhere(meetingId, otherTabs.current());
    if (seat === "own" && other) send({ type: "second-tab-found", other });
    else void join(seat, input);
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
    // From here on this says what is shown; see ArrivalScript.
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

  /** What is switched on in the preview; before there is one, what is to be. */
  function switchesNow(): Switches {
    const wanted = wish.current ?? switchesBefore();
    const { microphone, camera } = mediaState;
    return media
      ? {
          microphone: microphone.is === "on" || microphone.is === "opening",
          camera: camera.is === "on" || camera.is === "opening",
        }
      : wanted;
  }

  function leaveCall(event: CallEvent) {
    lastSwitches.current = inCallMarker(meetingId);
    unmarkInCall(meetingId);
    send(event);
  }

  function endCall(end: CallEnd, role: Role) {
    if (lastStay.current) lastStay.current.isHost = role !== "participant";
    if (end.reason !== "waiting") {
      leaveCall({ type: "call-ended", end });
      return;
    }
    // Out of the call into the lobby, with the devices as they were.
    wish.current = inCallMarker(meetingId);
    wait(end.waiting);
  }

  switch (phase.at) {
    case "in-call":
      return Call ? (
        <InCall
          meetingId={meetingId}
          meetingUrl={meeting.meeting_url}
          joined={phase.joined}
          media={phase.media}
          hasWaited={phase.hasWaited}
          Call={Call}
          saying={saying}
          onEnd={endCall}
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
            meetingId={meetingId}
            meetingUrl={meeting.meeting_url}
            isHost={isHost || lastStay.current?.isHost === true}
            ownName={lastStay.current?.name}
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
    case "waiting":
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
            isHost={isHost}
            hostLink={hostLink.state}
            onHostLinkRetry={hostLink.ask}
            isJoining={phase.at === "joining"}
            // Only what is there from the start did not come in place of another page.
            takesFocus={phase.at !== "arriving"}
            isSomeoneElse={phase.at !== "arriving" && phase.seat === "someone-else"}
            notice={phase.at === "pre-join" ? phase.notice : undefined}
            nameError={phase.at === "pre-join" ? phase.nameError : undefined}
            onJoin={submit}
            passcodeError={phase.at === "pre-join" ? phase.passcodeError : undefined}
            onReload={reload}
            waiting={
              phase.at === "waiting" ? (
                <Waiting
                  status={phase.waiting.status}
                  since={phase.since}
                  trouble={trouble}
                  onLeave={() => {
                    unmarkInCall(meetingId);
                    tellOfLeaving(meetingId, phase.waiting);
                    send({ type: "wait-left" });
                  }}
                />
              ) : undefined
            }
          />
        </PageFrame>
      );
    default:
      return phase satisfies never;
  }
}

/** So that no host looks at somebody who has gone; without it the server notices after some seconds. */
function tellOfLeaving(meetingId: string, waiting: WaitingToJoin): void {
  const { participant_identity: identity, seat_token: seatToken } = waiting;
  import("@/lib/client/api")
    .then(({ leaveLobby }) => leaveLobby(meetingId, identity, { seatToken }))
    .catch(() => undefined);
}

function mediaUseIn(phase: CallPhase): "none" | "waiting" | "open" {
  if (phase.at === "pre-join" || phase.at === "joining" || phase.at === "waiting") return "open";
  if (phase.at !== "arriving") return "none";
  // Who goes straight back in is seen the sooner.
  return phase.isReturning === true ? "open" : "waiting";
}

function isGoingStraightIn(phase: CallPhase): boolean {
  return phase.at === "arriving"
    ? phase.isReturning === true
    : phase.at === "joining" && phase.isStraight;
}
