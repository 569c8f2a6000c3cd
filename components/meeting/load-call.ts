import type { ComponentType } from "react";
import type { CallEntry } from "@/components/call/entry";

/** What the screen hands over; which features there are is the call's own code's business. */
export type CallChunkProps = { entry: Omit<CallEntry, "features"> };

let loading: Promise<ComponentType<CallChunkProps>> | undefined;

/**
 * The call's code, fetched once; after a failure the next call fetches again. Throws what `import()`
 * throws.
 */
export function loadCall(): Promise<ComponentType<CallChunkProps>> {
  loading ??= import("./call-chunk").then(
    ({ CallChunk }) => CallChunk,
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
