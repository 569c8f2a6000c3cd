"use client";
import { useTranslations } from "use-intl";
import { Drawing } from "./drawing";
import type { Float } from "./floating";

/** Where each begins, so that two at once are two. In hundredths of the width. */
const lanes = [50, 30, 68, 42, 58];

const laneOf = ({ id }: Float) => lanes[id % lanes.length] ?? 50;

/** What rises over a tile; whose it is stands on the tile. */
export function TileFloats({ floats }: { floats: readonly Float[] }) {
  return (
    <div aria-hidden="true" className="absolute inset-0 overflow-hidden [container-type:size]">
      {floats.map((float) => (
        <span
          key={float.id}
          className="absolute bottom-[8cqh] -ml-[clamp(0.875rem,9cqmin,1.75rem)] motion-safe:animate-float motion-reduce:bottom-[30cqh]"
          style={{ left: `${laneOf(float)}%` }}
        >
          <Bubble float={float} className="size-[clamp(1.75rem,18cqmin,3.5rem)]" />
        </span>
      ))}
    </div>
  );
}

/** What rises over the stage, with the names of those who are not seen on it. */
export function StageFloats({ floats }: { floats: readonly Float[] }) {
  const t = useTranslations("features.reactions");
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed bottom-[calc(var(--bar-height)+0.5rem)] left-2 h-3/5 w-[min(22rem,60vw)] overflow-hidden [container-type:size]"
    >
      {floats.map((float) => (
        <span
          key={float.id}
          className="absolute bottom-1 flex max-w-44 -translate-x-1/2 flex-col items-center gap-1 motion-safe:animate-float motion-reduce:bottom-[30cqh]"
          style={{ left: `${laneOf(float)}%` }}
        >
          <Bubble float={float} className="size-11" />
          <span
            dir="auto"
            className="on-picture max-w-full truncate rounded-full bg-black/70 px-2 py-0.5 font-medium text-on-stage text-xs"
          >
            {float.isLocal ? t("you") : float.name}
          </span>
        </span>
      ))}
    </div>
  );
}

function Bubble({ float: { reaction, count }, className }: { float: Float; className: string }) {
  return (
    <span data-reaction={reaction} className="relative block">
      <Drawing reaction={reaction} className={`${className} shadow-float`} />
      {count > 1 && (
        <span className="tabular absolute -top-1 left-3/4 rounded-full bg-black/80 px-1.5 font-semibold text-white text-xs">
          ×{count}
        </span>
      )}
    </span>
  );
}
