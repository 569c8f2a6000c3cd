// What hosts do.
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { BecomeHostRequest, HostedMeeting, HostKey } from "@/lib/contract/meeting";
import {
  DecideRequest,
  KnockList,
  MuteAllRequest,
  SeatView,
  UpdateParticipantRequest,
} from "@/lib/contract/participant";
import { RemovalQuery } from "@/lib/server/http/read-removal";
import {
  actRefusals,
  answer,
  answerHeaders,
  bodyProblems,
  insiders,
  json,
  meetingProblems,
  ofMeeting,
  ofParticipant,
  optionalSeat,
  refusals,
} from "./parts";

export const hostPaths: ZodOpenApiPathsObject = {
  "/api/v1/meetings/{meeting_id}/participants/{identity}": {
    patch: {
      operationId: "updateParticipant",
      tags: ["hosts"],
      summary: "Change one participant",
      description:
        "The seat itself: its name, where the meeting allows it, and its hand, 60 times a minute at most. Hosts and " +
        "cohosts: anybody's name and role, what one may publish, turning sources off, asking to unmute, calling on " +
        "somebody. Roles to and from `host` are for hosts alone, and a meeting keeps one. Another host who makes " +
        "somebody less than host takes back what a host link gave them, as a removal does.",
      security: insiders,
      requestParams: ofParticipant,
      requestBody: { required: true, content: json(UpdateParticipantRequest) },
      responses: {
        200: answer("The seat as it is now.", SeatView),
        ...actRefusals(...bodyProblems, "removed", "participant-not-found", "last-host"),
      },
    },
    delete: {
      operationId: "removeParticipant",
      tags: ["hosts"],
      summary: "Put somebody out",
      description:
        "Hosts and cohosts. They are disconnected and their seat is refused from now on. Whoever comes " +
        "back with an old LiveKit token is put out again within about a second; `rotate` makes those " +
        "tokens worthless. Somebody who was host by a host link is so no more, and a host key they may " +
        "know is worth nothing from then on, unless it is what you call by; other browsers it made host " +
        "stay so. Whoever made the meeting can always join again from the browser they made it in.",
      security: insiders,
      requestParams: { ...ofParticipant, query: RemovalQuery },
      responses: {
        204: { description: "They are out.", headers: answerHeaders },
        ...actRefusals("participant-not-found"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/participants/mute-all": {
    post: {
      operationId: "muteAll",
      tags: ["hosts"],
      summary: "Turn everybody's microphone off",
      description:
        "Hosts and cohosts, whose own stay on. Everybody may turn theirs on again, unless the settings " +
        "say otherwise. A body that is left out means the microphones.",
      security: insiders,
      requestParams: ofMeeting,
      requestBody: { required: false, content: json(MuteAllRequest) },
      responses: {
        204: { description: "They are off.", headers: answerHeaders },
        ...actRefusals(...bodyProblems),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/participants/lower-hands": {
    post: {
      operationId: "lowerHands",
      tags: ["hosts"],
      summary: "Lower everybody's hand",
      description: "Hosts and cohosts. The queue begins anew.",
      security: insiders,
      requestParams: ofMeeting,
      responses: {
        204: { description: "They are down.", headers: answerHeaders },
        ...actRefusals(),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/knocks": {
    get: {
      operationId: "listKnocks",
      tags: ["hosts"],
      summary: "Who waits to be let in",
      description: "Hosts and cohosts. Who came first comes first.",
      security: insiders,
      requestParams: ofMeeting,
      responses: {
        200: answer("Those who wait.", KnockList),
        ...refusals(...meetingProblems, "forbidden"),
      },
    },
    post: {
      operationId: "decideAllKnocks",
      tags: ["hosts"],
      summary: "Let everybody in who waits, or nobody",
      security: insiders,
      requestParams: ofMeeting,
      requestBody: { required: true, content: json(DecideRequest) },
      responses: {
        200: answer("Those who wait still.", KnockList),
        ...refusals(...new Set([...bodyProblems, ...meetingProblems]), "forbidden", "cross-origin"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/knocks/{identity}": {
    post: {
      operationId: "decideKnock",
      tags: ["hosts"],
      summary: "Let somebody in, or not",
      description: "Hosts and cohosts. Whoever is denied may ask again after a minute.",
      security: insiders,
      requestParams: ofParticipant,
      requestBody: { required: true, content: json(DecideRequest) },
      responses: {
        200: answer("Those who wait still.", KnockList),
        ...refusals(
          ...new Set([...bodyProblems, ...meetingProblems]),
          "participant-not-found",
          "forbidden",
          "cross-origin",
        ),
      },
    },
    delete: {
      operationId: "leaveLobby",
      tags: ["meetings"],
      summary: "Stop waiting",
      description: "The waiting seat itself: hosts see at once that nobody waits there any more.",
      security: [{ seatToken: [] }],
      requestParams: ofParticipant,
      responses: {
        204: { description: "Nobody waits there.", headers: answerHeaders },
        ...refusals(...meetingProblems, "forbidden"),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/end": {
    post: {
      operationId: "endMeeting",
      tags: ["hosts"],
      summary: "End a meeting for everyone inside",
      description: "Hosts and cohosts. The meeting stays for the next time.",
      security: insiders,
      requestParams: ofMeeting,
      responses: {
        204: { description: "Nobody is inside any more.", headers: answerHeaders },
        ...actRefusals(),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/rotate": {
    post: {
      operationId: "rotateRoom",
      tags: ["hosts"],
      summary: "Move a meeting to a new room",
      description:
        "Hosts and cohosts. Every LiveKit token given before is worth nothing; whoever has a seat comes " +
        "after by joining again, as this app's pages do by themselves.",
      security: insiders,
      requestParams: ofMeeting,
      responses: {
        204: { description: "It has moved.", headers: answerHeaders },
        ...actRefusals(),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/host": {
    post: {
      operationId: "becomeHost",
      tags: ["hosts"],
      summary: "Make this browser host",
      description:
        "By the host key of a host link: the owner cookie then counts for this meeting, too, and a seat " +
        "that is named becomes host.",
      security: optionalSeat,
      requestParams: ofMeeting,
      requestBody: { required: true, content: json(BecomeHostRequest) },
      responses: {
        200: answer("The meeting.", HostedMeeting, {
          "Set-Cookie": z.string().meta({ description: "The owner cookie." }),
        }),
        ...actRefusals(...bodyProblems),
      },
    },
  },
  "/api/v1/meetings/{meeting_id}/host-key": {
    post: {
      operationId: "renewHostKey",
      tags: ["hosts"],
      summary: "A new host key",
      description:
        "Hosts alone, not cohosts. The key before makes nobody host any more, and browsers that became host by it are not, but for yours. Seats keep their role.",
      security: insiders,
      requestParams: ofMeeting,
      responses: {
        201: answer("The key, shown this once.", HostKey),
        ...refusals(...meetingProblems, "forbidden", "cross-origin"),
      },
    },
  },
};
