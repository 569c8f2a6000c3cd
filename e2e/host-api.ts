// What a host does, by the API: for stories that are about what the others see.
import { expect, type Page } from "playwright/test";
import type { Stack } from "./stack";

interface Meeting {
  id: string;
  path: string;
  hostKey: string;
}

interface Knock {
  identity: string;
  name: string;
}

/** The hands of a host, by the host key or by a seat: whoever acts by a seat is named to the others. */
export function hostApi(stack: Stack, meeting: Meeting, credential = meeting.hostKey) {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${stack.url}/api/v1/meetings/${meeting.id}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${credential}`,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    expect(response.ok, `${method} ${path}: ${response.status} ${text}`).toBe(true);
    return text === "" ? undefined : JSON.parse(text);
  };
  const knocks = async () => parseKnocks(await call("GET", "/knocks"));
  return {
    change: (settings: object) => call("PATCH", "", { settings }),
    knocks,
    decide: async (name: string, decision: "admit" | "deny") => {
      const knock = (await knocks()).find((each) => each.name === name);
      await call("POST", `/knocks/${knock?.identity}`, { decision });
    },
    admitAll: () => call("POST", "/knocks", { decision: "admit" }),
    remove: (identity: string) => call("DELETE", `/participants/${identity}`),
    lowerHands: () => call("POST", "/participants/lower-hands"),
    endForEveryone: () => call("POST", "/end"),
    rotate: () => call("POST", "/rotate"),
    renewHostKey: () => call("POST", "/host-key"),
  };
}

function parseKnocks(answer: unknown): Knock[] {
  if (typeof answer !== "object" || answer === null || !("knocks" in answer)) return [];
  return Array.isArray(answer.knocks) ? answer.knocks : [];
}

/** Who this tab is in the meeting, with the credential that says so. */
export async function seatOf(page: Page, meeting: { id: string }) {
  const text = await page.evaluate(
    (id) => sessionStorage.getItem(`meetings.seat.${id}`),
    meeting.id,
  );
  const seat: unknown = JSON.parse(text ?? "null");
  if (
    typeof seat !== "object" ||
    seat === null ||
    !("token" in seat && typeof seat.token === "string") ||
    !("identity" in seat && typeof seat.identity === "string")
  ) {
    throw new Error("This tab has no seat.");
  }
  return { token: seat.token, identity: seat.identity };
}

/** Opens the meeting by its host link. */
export async function openHostLink(page: Page, meeting: Meeting) {
  await page.goto(`${meeting.path}#host=${meeting.hostKey}`);
  await expect(page.getByText("You are a host of this meeting in this browser.")).toBeVisible();
}

/** A meeting of this browser's, made as its pages make them. */
export async function ownMeeting(page: Page, body: object): Promise<Meeting> {
  await page.goto("/");
  const made = await page.evaluate(async (sent) => {
    const response = await fetch("/api/v1/meetings/create", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(sent),
    });
    const { meeting_id, host_key } = await response.json();
    return { id: String(meeting_id), hostKey: String(host_key) };
  }, body);
  await page.reload();
  return { ...made, path: `/meeting/${made.id}` };
}
