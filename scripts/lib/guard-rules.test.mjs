import { describe, expect, it } from "vitest";
import { clientAddress, readHops, refusalAnswer, refusalOf, verbs } from "./guard-rules.mjs";

describe("what reaches the app", () => {
  it.each(verbs)("%s does", (verb) => expect(refusalOf(verb, "/")).toBeUndefined());

  it.each(["TRACE", "QUERY", "PROPFIND", "get", "", undefined])("the verb %s does not", (verb) => {
    expect(refusalOf(verb, "/")).toBe("method-not-allowed");
  });

  it.each(["/meeting/%E0%A4%A", "/%", "/%zz", "/%FF", "*", "", "meeting", undefined])(
    "the address %s does not",
    (url) => expect(refusalOf("GET", url)).toBe("malformed-url"),
  );

  it.each(["/meeting/abc%20defg%20hij", "/%C3%A4", "/meeting?code=%E0%A4%A", "//"])(
    "the address %s does",
    (url) => expect(refusalOf("GET", url)).toBeUndefined(),
  );
});

describe("the answer to what does not", () => {
  it("is a problem with the page that explains it", () => {
    const { status, headers, body } = refusalAnswer("malformed-url", {
      frontendUrl: "https://meet.example.org/",
      requestId: "abc-1",
    });
    expect(status).toBe(400);
    expect(headers).toMatchObject({
      "Content-Type": "application/problem+json",
      "X-Request-Id": "abc-1",
    });
    expect(JSON.parse(body)).toMatchObject({
      type: "https://meet.example.org/problems/malformed-url",
      status: 400,
      code: "malformed-url",
      request_id: "abc-1",
    });
  });

  it("says which verbs there are", () => {
    const { status, headers } = refusalAnswer("method-not-allowed");
    expect(status).toBe(405);
    expect(headers.Allow).toBe("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  });

  it("makes a request id of its own where the caller's is not sane", () => {
    for (const requestId of [undefined, "", "a\r\nSet-Cookie: b", "x".repeat(200)]) {
      expect(refusalAnswer("malformed-url", { requestId }).headers["X-Request-Id"]).toMatch(
        /^[\w-]{36}$/,
      );
    }
  });
});

describe("who sent a request", () => {
  it("is the socket's other end, whatever the request claims", () => {
    expect(clientAddress("192.0.2.1", "203.0.113.9", 0)).toBe("192.0.2.1");
    expect(clientAddress("::ffff:192.0.2.1", undefined, 0)).toBe("192.0.2.1");
  });

  it("is whom the outermost trusted proxy was called by", () => {
    const claimed = "6.6.6.6, 203.0.113.9, 10.0.0.2";
    expect(clientAddress("10.0.0.1", claimed, 1)).toBe("10.0.0.2");
    expect(clientAddress("10.0.0.1", claimed, 2)).toBe("203.0.113.9");
  });

  it("is what is known where fewer proxies were passed, or one wrote nonsense", () => {
    expect(clientAddress("10.0.0.1", undefined, 2)).toBe("10.0.0.1");
    expect(clientAddress("10.0.0.1", "203.0.113.9", 2)).toBe("203.0.113.9");
    expect(clientAddress("10.0.0.1", "203.0.113.9, unknown", 2)).toBe("10.0.0.1");
  });

  it("is an address without port, brackets or zone", () => {
    expect(clientAddress("10.0.0.1", "203.0.113.9:5123", 1)).toBe("203.0.113.9");
    expect(clientAddress("10.0.0.1", "[2001:DB8::1]:5123", 1)).toBe("2001:db8::1");
    expect(clientAddress("fe80::1%eth0", undefined, 0)).toBe("fe80::1");
  });

  it("trusts nobody where TRUST_PROXY is not a small number", () => {
    expect(["2", " 1 ", "0", "", "yes", "-1", "1.5", "100", undefined].map(readHops)).toEqual([
      2, 1, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });
});
