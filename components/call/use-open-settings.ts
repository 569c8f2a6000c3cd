"use client";
import { createContext, useContext } from "react";
import type { SettingsTab } from "./feature";

type OpenSettings = (tab?: SettingsTab) => void;

export const OpenSettingsContext = createContext<OpenSettings | undefined>(undefined);

/** Opens the settings at one of their parts; undefined where there are none. */
export function useOpenSettings(): OpenSettings | undefined {
  return useContext(OpenSettingsContext);
}
