import { ApiProblem, Unreachable } from "./api-error";

/** What a person is told: the server's own sentence, or which of our own to say. */
export function whyItFailed(
  error: unknown,
): { detail: string } | { key: "offline" | "unreachable" } {
  if (error instanceof ApiProblem) {
    const { detail, errors = [] } = error.problem;
    return { detail: errors.map((field) => field.detail).join(" ") || detail };
  }
  if (error instanceof Unreachable && error.reason === "offline") return { key: "offline" };
  return { key: "unreachable" };
}
