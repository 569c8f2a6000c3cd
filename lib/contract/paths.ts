// Every address of the app, in one place. Ids are put in as they are: a MeetingId needs no escaping.

/** How a report is asked for as each of the files it comes as. */
const reportFiles = {
  csv: "format=csv",
  messagesCsv: "format=csv&part=messages",
  json: "format=json",
} as const;
export type ReportFile = keyof typeof reportFiles;

export const paths = {
  home: "/",
  meeting: (meetingId: string) => `/meeting/${meetingId}`,
  newMeetingForm: "/meeting/new",
  meetingByCodeForm: "/meeting",
  report: (meetingId: string) => `/meeting/${meetingId}/report`,
  problem: (code: string) => `/problems/${code}`,
  docs: "/docs",
  accessibility: "/accessibility",
  api: {
    create: "/api/v1/meetings/create",
    meetings: "/api/v1/meetings",
    meeting: (meetingId: string) => `/api/v1/meetings/${meetingId}`,
    join: (meetingId: string) => `/api/v1/meetings/${meetingId}/join`,
    info: (meetingId: string) => `/api/v1/meetings/${meetingId}/info`,
    exists: (meetingId: string) => `/api/v1/meetings/${meetingId}/exists`,
    participants: (meetingId: string) => `/api/v1/meetings/${meetingId}/participants`,
    participant: (meetingId: string, identity: string) =>
      `/api/v1/meetings/${meetingId}/participants/${identity}`,
    muteAll: (meetingId: string) => `/api/v1/meetings/${meetingId}/participants/mute-all`,
    lowerHands: (meetingId: string) => `/api/v1/meetings/${meetingId}/participants/lower-hands`,
    knocks: (meetingId: string) => `/api/v1/meetings/${meetingId}/knocks`,
    knock: (meetingId: string, identity: string) =>
      `/api/v1/meetings/${meetingId}/knocks/${identity}`,
    end: (meetingId: string) => `/api/v1/meetings/${meetingId}/end`,
    host: (meetingId: string) => `/api/v1/meetings/${meetingId}/host`,
    hostKey: (meetingId: string) => `/api/v1/meetings/${meetingId}/host-key`,
    messages: (meetingId: string) => `/api/v1/meetings/${meetingId}/messages`,
    message: (meetingId: string, messageId: string) =>
      `/api/v1/meetings/${meetingId}/messages/${messageId}`,
    report: (meetingId: string) => `/api/v1/meetings/${meetingId}/report`,
    reportAs: (meetingId: string, file: ReportFile) =>
      `/api/v1/meetings/${meetingId}/report?${reportFiles[file]}`,
    calendar: (meetingId: string) => `/api/v1/meetings/${meetingId}/calendar.ics`,
    webhook: "/api/v1/livekit/webhook",
    openapi: "/api/v1/openapi.json",
    live: "/api/health/live",
    ready: "/api/health/ready",
  },
} as const;
