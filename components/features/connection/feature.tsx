import type { MeetingFeature } from "@/components/call/feature";
import { ConnectionLine } from "./connection-line";

export const connection = { id: "connection", Overlay: ConnectionLine } satisfies MeetingFeature;
