"use client";
import { Tabs } from "radix-ui";
import { type ComponentType, Suspense, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useFeatures, useIsInCall } from "@/components/call/call-provider";
import { type MeetingFeature, type SettingsTab, settingsTabs } from "@/components/call/feature";
import { PartBoundary } from "@/components/call/part-boundary";
import { Spinner } from "@/components/ui/spinner";
import { useMedia } from "@/components/ui/use-media";
import { BackToDefaults } from "./back-to-defaults";

interface SettingsBodyProps {
  tab: SettingsTab | undefined;
  onTab: (tab: SettingsTab) => void;
}

interface Section {
  id: string;
  Section: ComponentType;
}

/** The sections of a tab, in the order of the features; before the call only those that need none. */
function sectionsOf(
  tab: SettingsTab,
  features: readonly MeetingFeature[],
  isInCall: boolean,
): Section[] {
  return features.flatMap(({ id, Settings }) => {
    const Section = isInCall ? Settings?.Section : Settings?.BeforeCall;
    return Settings?.tab === tab && Section ? [{ id, Section }] : [];
  });
}

/** Everything that can be set, in tabs made of what the features give. */
export function SettingsBody({ tab, onTab }: SettingsBodyProps) {
  const t = useTranslations("features.settings");
  const tCall = useTranslations("call");
  const features = useFeatures();
  const isInCall = useIsInCall();
  // A phone's window, or one zoomed to be as narrow: the tabs lie side by side.
  const isNarrow = useMedia("(width < 40rem)");
  const tabs = settingsTabs
    .map((name) => ({ name, sections: sectionsOf(name, features, isInCall) }))
    .filter(({ sections }) => sections.length > 0);
  const shown = tabs.find(({ name }) => name === tab)?.name ?? tabs[0]?.name;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In place of the spinner, which nothing could be done with.
    list.current?.querySelector<HTMLElement>('[data-state="active"]')?.focus();
  }, []);
  useEffect(() => {
    if (shown === undefined) return;
    list.current
      ?.querySelector('[data-state="active"]')
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [shown]);
  if (shown === undefined) return null;
  return (
    <Tabs.Root
      value={shown}
      onValueChange={(value) => {
        const chosen = settingsTabs.find((name) => name === value);
        if (chosen) onTab(chosen);
      }}
      orientation={isNarrow ? "horizontal" : "vertical"}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex min-h-0 flex-1 max-sm:flex-col">
        <Tabs.List
          ref={list}
          aria-label={t("title")}
          className="flex w-48 shrink-0 flex-col gap-1 overflow-y-auto p-1 pl-3 max-sm:w-full max-sm:flex-row max-sm:overflow-x-auto max-sm:border-edge max-sm:border-b max-sm:px-3 max-sm:pb-2"
        >
          {tabs.map(({ name }) => (
            <Tabs.Trigger
              key={name}
              value={name}
              // Where the dialog puts the focus when it opens; React keeps the attribute to itself.
              ref={(trigger) => void trigger?.toggleAttribute("autofocus", name === shown)}
              className="min-h-11 shrink-0 rounded-control px-3 text-left text-base text-ink-soft transition-colors hover:bg-ink/8 hover:text-ink data-[state=active]:bg-ink/10 data-[state=active]:font-medium data-[state=active]:text-ink mouse:min-h-9 mouse:text-sm forced-colors:data-[state=active]:underline"
            >
              {t(`tabs.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {tabs.map(({ name, sections }) => (
          <Tabs.Content
            key={name}
            value={name}
            className="-outline-offset-2! min-h-0 min-w-0 flex-1 overflow-y-auto overscroll-contain px-6 pt-1 pb-6 max-sm:px-4 max-sm:pt-4"
          >
            <div className="grid animate-appear gap-8">
              {sections.map(({ id, Section: Shown }) => (
                <PartBoundary key={id} sentence={tCall("partFailed")}>
                  <Suspense fallback={<Spinner label={tCall("part.loading")} />}>
                    <Shown />
                  </Suspense>
                </PartBoundary>
              ))}
            </div>
          </Tabs.Content>
        ))}
      </div>
      <BackToDefaults />
    </Tabs.Root>
  );
}
