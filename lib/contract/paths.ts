// Every address of the app, in one place. Ids are put in as they are: a MeetingId needs no escaping.

export const paths = {
  home: "/",
  meeting: (meetingId: string) => `/meeting/${meetingId}`,
  newMeetingForm: "/meeting/new",
  meetingByCodeForm: "/meeting",
  problem: (code: string) => `/problems/${code}`,
  docs: "/docs",
  api: {
    create: "/api/v1/meetings/create",
    meetings: "/api/v1/meetings",
    meeting: (meetingId: string) => `/api/v1/meetings/${meetingId}`,
    join: (meetingId: string) => `/api/v1/meetings/${meetingId}/join`,
    info: (meetingId: string) => `/api/v1/meetings/${meetingId}/info`,
    exists: (meetingId: string) => `/api/v1/meetings/${meetingId}/exists`,
    participants: (meetingId: string) => `/api/v1/meetings/${meetingId}/participants`,
    webhook: "/api/v1/livekit/webhook",
    openapi: "/api/v1/openapi.json",
    live: "/api/health/live",
    ready: "/api/health/ready",
  },
} as const;
