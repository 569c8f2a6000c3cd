// The security headers of every page.

interface PolicyOptions {
  nonce: string;
  /** LiveKit's address for browsers, ws or wss. */
  livekitPublicUrl: string;
  frontendUrl: string;
  isDevelopment: boolean;
}

/** LiveKit's addresses: the socket, and the same over http, which SDKs ask what went wrong. */
function livekitSources(publicUrl: string): string[] {
  const { host, hostname } = new URL(publicUrl);
  const schemes = publicUrl.startsWith("wss:") ? ["wss", "https"] : ["ws", "http"];
  const own = schemes.map((scheme) => `${scheme}://${host}`);
  // LiveKit Cloud moves browsers to the region next to them.
  const isCloud = hostname.endsWith(".livekit.cloud");
  return isCloud ? [...own, "wss://*.livekit.cloud", "https://*.livekit.cloud"] : own;
}

function contentSecurityPolicy({ nonce, livekitPublicUrl, isDevelopment }: PolicyOptions): string {
  const evaluation = isDevelopment ? "'wasm-unsafe-eval' 'unsafe-eval'" : "'wasm-unsafe-eval'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' ${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob: mediastream:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    `connect-src 'self' ${livekitSources(livekitPublicUrl).join(" ")}`,
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const permissions = [
  "camera=(self)",
  "microphone=(self)",
  "display-capture=(self)",
  "autoplay=(self)",
  "fullscreen=(self)",
  "picture-in-picture=(self)",
  "screen-wake-lock=(self)",
  "speaker-selection=(self)",
  "clipboard-write=(self)",
  "geolocation=()",
  "payment=()",
  "usb=()",
].join(", ");

/** The headers of a page's answer. */
export function pageHeaders(options: PolicyOptions): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(options),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": permissions,
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(options.frontendUrl.startsWith("https:")
      ? { "Strict-Transport-Security": "max-age=31536000" }
      : {}),
  };
}
