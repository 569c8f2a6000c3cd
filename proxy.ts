import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { clientAddress } from "@/lib/server/http/client-address";
import { requestIdOf } from "@/lib/server/http/handle";
import { lookUpMeetingPage } from "@/lib/server/http/meeting-lookup";
import { pageHeaders } from "@/lib/server/http/page-policy";
import { services } from "@/lib/server/services";

/** Security headers of every page, and the status of a meeting's page, which no page can set itself. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const shared = services();
  const { frontendUrl, livekitPublicUrl, onVercel } = shared.config;
  const nonce = randomBytes(16).toString("base64");
  const policy = pageHeaders({
    nonce,
    livekitPublicUrl,
    frontendUrl,
    isDevelopment: process.env.NODE_ENV === "development",
  });

  const requestId = requestIdOf(request.headers);
  const lookup = await lookUpMeetingPage(
    shared,
    request.nextUrl.pathname,
    clientAddress(request.headers, onVercel),
  );
  if (lookup.kind === "respelled") {
    // Next makes the address relative again: the host in it goes nowhere.
    const url = new URL(lookup.path, request.url);
    url.search = request.nextUrl.search;
    return NextResponse.redirect(url, {
      status: 308,
      headers: { ...policy, "X-Request-Id": requestId },
    });
  }

  // Only what is written here reaches the page: a client's own headers of these names are dropped.
  const headers = new Headers(request.headers);
  headers.delete("x-meeting-lookup");
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy["Content-Security-Policy"] ?? "");
  if (lookup.kind === "looked-up") headers.set("x-meeting-lookup", lookup.state);

  const status = lookup.kind === "looked-up" ? lookup.status : 200;
  const response = NextResponse.next({
    request: { headers },
    headers: { ...policy, "X-Request-Id": requestId },
    ...(status === 200 ? {} : { status }),
  });
  if (request.nextUrl.pathname.startsWith("/meeting")) {
    response.headers.set("X-Robots-Tag", "noindex");
  }
  if (lookup.kind === "looked-up" && lookup.retryAfter !== undefined) {
    response.headers.set("Retry-After", String(lookup.retryAfter));
  }
  return response;
}

export const config = {
  matcher: [
    // The API sets its own headers, and files need none.
    "/((?!api/|_next/static|_next/image|favicon|icon|apple-icon|robots.txt|sounds/|models/).*)",
  ],
};
