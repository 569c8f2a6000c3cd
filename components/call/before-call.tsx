"use client";
import { createContext, useContext, useMemo } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl";
import en from "@/components/messages/generated/en-features";
import type { LocalMedia, LocalMediaState } from "@/lib/client/local-media";
import type { MeetingFeature } from "./feature";

/** What features have to go by on the page before the call. */
interface BeforeCall {
  features: readonly MeetingFeature[];
  /** This browser's own camera and microphone; undefined until the page is ready for them. */
  media: LocalMedia | undefined;
  state: LocalMediaState;
}

export const BeforeCallContext = createContext<BeforeCall | undefined>(undefined);

/** The page before the call this component stands on. */
export function useBeforeCall(): BeforeCall {
  const before = useContext(BeforeCallContext);
  if (!before) throw new Error("useBeforeCall needs the page before the call around it.");
  return before;
}

/** What the features have on the page before the call. */
export function BeforeCallSlot({ features, media, state }: BeforeCall) {
  const locale = useLocale();
  const messages = useMessages();
  const before = useMemo(() => ({ features, media, state }), [features, media, state]);
  return (
    <IntlProvider locale={locale} messages={{ ...messages, ...en }}>
      <BeforeCallContext value={before}>
        {features.map(({ id, BeforeCall: Filling }) => Filling && <Filling key={id} />)}
      </BeforeCallContext>
    </IntlProvider>
  );
}
