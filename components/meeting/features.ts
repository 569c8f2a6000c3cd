// THE list of what a person can do in a call; its order is the order in the bar. Each line is one folder
// of components/features: delete both and the feature is gone.
import type { MeetingFeature } from "@/components/call/feature";

export const features: readonly MeetingFeature[] = [];
