"use client";
import { Button } from "@/components/ui/button";

/**
 * Whatever stopped the meeting's page. Its words are here, not in the catalogue: the provider of the
 * words may be what stopped.
 */
export default function MeetingError() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 bg-canvas px-4 text-center text-ink">
      <h1 className="font-semibold text-xl">This page stopped working</h1>
      <p className="text-base text-ink-soft">
        Your meeting is not lost. Load the page again to go back in.
      </p>
      <Button variant="primary" size="large" onClick={() => window.location.reload()}>
        Load again
      </Button>
    </main>
  );
}
