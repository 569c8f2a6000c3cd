/**
 * Who is on the other side of the connection. `x-client-address` is written by scripts/guard.mjs from
 * the socket, over whatever the client sent; on Vercel it is the platform's own header. Without either
 * everybody shares one bucket.
 */
export function clientAddress(headers: Headers, onVercel: boolean): string {
  const address = onVercel
    ? (headers.get("x-vercel-forwarded-for") ?? headers.get("x-real-ip"))
    : headers.get("x-client-address");
  return address?.split(",")[0]?.trim().slice(0, 64) || "unknown";
}
