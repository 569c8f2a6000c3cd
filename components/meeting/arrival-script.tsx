import { hostLinkScript } from "@/lib/client/host-link";
import { inCallKey } from "@/lib/client/in-call-marker";

/**
 * Runs before the page is drawn. A host link's key leaves the address before anything else can see it
 * there; and a tab that was in this call goes straight back in, and is not to see the pre-join page for
 * the moment until the screen's own script is there.
 */
export function ArrivalScript({
  meetingId,
  nonce,
}: {
  meetingId: string;
  nonce: string | undefined;
}) {
  const key = JSON.stringify(inCallKey(meetingId));
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own words and a parsed id, no one else's
      dangerouslySetInnerHTML={{
        __html: `${hostLinkScript(meetingId)};try{if(sessionStorage.getItem(${key}))document.documentElement.dataset.returning=""}catch{}`,
      }}
    />
  );
}
