import { createContext, useContext, useEffect, useEffectEvent } from "react";

/** What a key asks of the panel, which opens for it. */
export type Asked = "title" | "passcode" | "hostLink";

export const AskedContext = createContext<{ asked: Asked | undefined; done: () => void }>({
  asked: undefined,
  done: () => undefined,
});

/** Acts when the key for it is pressed, as its button does. */
export function useAsked(what: Asked, act: () => void): void {
  const { asked, done } = useContext(AskedContext);
  const answer = useEffectEvent(() => {
    act();
    done();
  });
  useEffect(() => {
    if (asked === what) answer();
  }, [asked, what]);
}
