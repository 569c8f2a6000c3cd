"use client";
import { useState } from "react";

/**
 * What is heard now, or what was heard last: a Room that connects again begins without knowing anything,
 * and what people may do must not flicker meanwhile.
 */
export function useLastKnown<Value>(heard: Value | undefined): Value | undefined {
  const [known, setKnown] = useState(heard);
  if (heard !== undefined && heard !== known) setKnown(heard);
  return heard ?? known;
}
