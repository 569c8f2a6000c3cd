import { useEffect, useState } from "react";

/** Long enough for somebody who looks at the tab already to read it. */
const readForMs = 4_000;

/** Whether something that happened as this began has yet to be seen: until the page was looked at for a while. */
export function useUnseen(hasHappened: boolean): boolean {
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    if (!hasHappened) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        timer = setTimeout(() => setIsSeen(true), readForMs);
      }
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [hasHappened]);
  return hasHappened && !isSeen;
}
