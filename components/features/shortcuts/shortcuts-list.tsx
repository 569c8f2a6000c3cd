"use client";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { useOpenSettings } from "@/components/call/use-open-settings";
import { useOwnRole } from "@/components/call/use-role";
import { useKeymap } from "@/components/call/use-shortcut";
import { useSwitch } from "@/components/call/use-switch";
import { Button } from "@/components/ui/button";
import { inGroups } from "./in-groups";
import { KeyCap } from "./key-cap";
import { useLabels } from "./use-labels";

const waysAround = [
  ["region", ["f6"]],
  ["regionBack", ["shift+f6"]],
  ["next", ["tab"]],
  ["close", ["escape"]],
  ["move", ["arrowleft", "arrowright", "arrowup", "arrowdown"]],
] as const;

/**
 * All shortcuts with the keys they have now, those of hosts for whom they work, and how to get about without a
 * mouse.
 */
export function ShortcutsList({ onClose }: { onClose: () => void }) {
  const t = useTranslations("features.shortcuts");
  const keymap = useKeymap();
  const labelOf = useLabels();
  const openSettings = useOpenSettings();
  const [areOn] = useSwitch("shortcuts");
  const { role, isModerator } = useOwnRole();
  return (
    <div className="grid gap-6">
      {!areOn && <p className="text-sm">{t("areOff")}</p>}
      {/* First: it has the focus when the list opens, and would draw it to its foot. */}
      {openSettings && (
        <Button
          className="justify-self-start"
          onClick={() => {
            onClose();
            openSettings("keyboard");
          }}
        >
          {t("change")}
        </Button>
      )}
      {inGroups(keymap.filter((each) => role === "host" || !each.isForHostAlone))
        .filter(({ group }) => group !== "hosts" || isModerator)
        .map(({ group, shortcuts }) => (
          <Group key={group} title={t(`groups.${group}`)}>
            {shortcuts.map((shortcut) => (
              <Row key={shortcut.id} label={labelOf(shortcut)}>
                {areOn && shortcut.key !== "" ? (
                  <KeyCap chord={shortcut.key} />
                ) : (
                  <span className="text-ink-soft">
                    {t(shortcut.ownKey === "" ? "noKey" : "off")}
                  </span>
                )}
              </Row>
            ))}
          </Group>
        ))}
      <Group title={t("around.title")}>
        {waysAround.map(([way, chords]) => (
          <Row key={way} label={t(`around.${way}`)}>
            {chords.map((chord) => (
              <KeyCap key={chord} chord={chord} />
            ))}
          </Row>
        ))}
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1">
      <h3 id={id} className="pb-1 font-semibold text-ink-soft text-sm">
        {title}
      </h3>
      <dl>{children}</dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center gap-4 border-edge border-b py-1 text-sm last:border-b-0">
      <dt className="min-w-0 flex-1">{label}</dt>
      <dd className="flex shrink-0 gap-1">{children}</dd>
    </div>
  );
}
