"use client";
// The door of what load-planning.ts fetches.
import { duplicateMeeting } from "./duplicate-meeting";
import { HostLinkDialog } from "./host-link-dialog";
import { InvitationDialog } from "./invitation-dialog";
import { inviteInWords, readInvitation } from "./invite";
import { LaterDialog } from "./later-dialog";
import { TimeDialog } from "./time-dialog";

export {
  duplicateMeeting,
  HostLinkDialog,
  InvitationDialog,
  inviteInWords,
  LaterDialog,
  readInvitation,
  TimeDialog,
};
