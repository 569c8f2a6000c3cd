import type * as Planning from "./planning";

export type PlanningChunk = typeof Planning;

let loading: Promise<PlanningChunk> | undefined;

/**
 * The forms for times, invitations and host links, with their words: fetched when they are asked for,
 * once; after a failure the next call fetches again. Throws what `import()` throws.
 */
export function loadPlanning(): Promise<PlanningChunk> {
  loading ??= import("./planning").catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
