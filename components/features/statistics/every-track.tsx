"use client";
import { Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { allDropped } from "@/components/call/dropped-data";
import { Button } from "@/components/ui/button";
import { copyText } from "@/lib/client/copy-text";
import type { Figures } from "./read-report";
import { type TrackFigures, useStatistics } from "./use-statistics";

const known = ["camera", "microphone", "screen_share", "screen_share_audio"] as const;
type Known = (typeof known)[number];
const isKnown = (source: string): source is Known => known.some((one) => one === source);

function useRows() {
  const t = useTranslations("features.statistics");
  return ({ kilobits, framesPerSecond, width, height, lossPercent, ...more }: Figures) => [
    [t("bitrate"), t("kilobits", { kilobits })],
    ...(height > 0
      ? [
          [t("resolution"), `${width} × ${height}`],
          [t("frames"), String(framesPerSecond)],
        ]
      : []),
    [t("loss"), t("percent", { percent: lossPercent })],
    ...(more.roundTripMs === undefined
      ? []
      : [[t("roundTrip"), t("milliseconds", { ms: more.roundTripMs })]]),
    ...(more.jitterMs === undefined
      ? []
      : [[t("jitter"), t("milliseconds", { ms: more.jitterMs })]]),
    ...(more.codec === "" ? [] : [[t("codec"), more.codec]]),
    ...(more.limitedBy === undefined ? [] : [[t("limitedBy"), more.limitedBy]]),
  ];
}

/** The figures of every track that is sent or received, to be read and to be copied. */
export function EveryTrack() {
  const t = useTranslations("features.statistics");
  const all = useStatistics();
  const rowsOf = useRows();
  const [isCopied, setIsCopied] = useState<boolean>();
  const titleOf = ({ name, isLocal, source }: TrackFigures) => {
    const what = isKnown(source) ? t(source) : source;
    return isLocal ? t("you", { what }) : t("of", { name, what });
  };
  const dropped = [...allDropped()].map(([topic, count]) => [topic, String(count)]);
  const copy = async () => {
    const blocks = [
      new Date().toISOString(),
      navigator.userAgent,
      ...all.map((one) => [titleOf(one), ...rowsOf(one.figures).map(asLine)].join("\n")),
      [t("dropped"), ...(dropped.length > 0 ? dropped.map(asLine) : [t("noneDropped")])].join("\n"),
    ];
    setIsCopied(await copyText(blocks.join("\n\n")));
  };
  return (
    <div className="grid gap-5 px-2 pb-2">
      <div className="grid justify-items-start gap-2">
        <Button
          icon={<Copy size={18} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => void copy()}
        >
          {t("copy")}
        </Button>
        <p role="status" className="text-ink-soft text-sm empty:hidden">
          {isCopied !== undefined && t(isCopied ? "copied" : "notCopied")}
        </p>
      </div>
      {all.length === 0 && <p className="text-ink-soft text-sm">{t("nothing")}</p>}
      {all.map((one) => (
        <Figure key={one.key} title={titleOf(one)} rows={rowsOf(one.figures)} />
      ))}
      <Figure
        title={t("dropped")}
        rows={dropped.length > 0 ? dropped : [[t("noneDropped"), "0"]]}
      />
    </div>
  );
}

const asLine = ([name, value]: readonly string[]) => `${name}: ${value}`;

function Figure({ title, rows }: { title: string; rows: readonly (readonly string[])[] }) {
  return (
    <section aria-label={title}>
      <h3 className="break-words pb-1 font-medium text-sm">{title}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="tabular text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
