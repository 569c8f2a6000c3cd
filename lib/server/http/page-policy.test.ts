import { expect, it } from "vitest";
import { pageHeaders } from "./page-policy";

const policyFor = (livekitPublicUrl: string, frontendUrl = "http://localhost:3000") =>
  pageHeaders({ nonce: "abc", livekitPublicUrl, frontendUrl, isDevelopment: false });

it("lets pages reach this LiveKit alone, and Cloud's regions where it is Cloud", () => {
  const own = policyFor("ws://127.0.0.1:7880")["Content-Security-Policy"];
  expect(own).toContain("connect-src 'self' ws://127.0.0.1:7880 http://127.0.0.1:7880;");
  expect(own).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval';");
  expect(own).toMatch(/frame-ancestors 'none'/);
  expect(policyFor("wss://x.livekit.cloud")["Content-Security-Policy"]).toContain(
    "connect-src 'self' wss://x.livekit.cloud https://x.livekit.cloud wss://*.livekit.cloud https://*.livekit.cloud;",
  );
});

it("asks for https for good only where the site is on https", () => {
  expect(policyFor("wss://lk.example.org")).not.toHaveProperty("Strict-Transport-Security");
  expect(policyFor("wss://lk.example.org", "https://meet.example.org")).toHaveProperty(
    "Strict-Transport-Security",
  );
});
