import type { ComponentType } from "react";
import type { CallEntry } from "@/components/call/entry";
import type { ToastMessage } from "@/components/ui/toast";

/** What the screen hands over; which features there are is the call's own code's business. */
export interface CallChunkProps {
  entry: Omit<CallEntry, "features">;
  /** What the screen has to say to the person in the call; said once each time it is another. */
  saying: ToastMessage | undefined;
}

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
