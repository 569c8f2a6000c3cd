import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the page is only the server's drawing, true once its script answers. */
export function useIsAwake(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
