import type { Metadata } from "next";
import { translator } from "@/components/messages/translator";

// proxy.ts answers 404 for an unknown meeting, and Next then takes the head from here, whatever the page
// says. The page itself is still the one that is shown.
export function generateMetadata(): Metadata {
  return {
    title: translator("meeting")("missing.unknown"),
    robots: { index: false, follow: false },
  };
}

export default function MeetingNotFound() {
  return <h1>{translator("meeting")("missing.unknown")}</h1>;
}
