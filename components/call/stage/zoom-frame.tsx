"use client";
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Minus, Plus, Scan } from "lucide-react";
import {
  type ReactNode,
  type PointerEvent as ReactPointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { useShortcut } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { tileToolsClass } from "./tile-frame";
import {
  layoutTimes,
  mostScale,
  pannedBy,
  step,
  transformOf,
  whole,
  type Zoom,
  zoomedAt,
} from "./zoom";

const middle = { x: 0, y: 0 };
/** How much of the frame an arrow's key moves, which can be held, and how much its button. */
const nudge = 0.1;
const leap = 0.3;

interface Point {
  x: number;
  y: number;
}

/** Where a point of the window is in the frame, in parts of it from its middle. */
function partOf(frame: HTMLElement, { x, y }: Point): Point {
  const { left, top, width, height } = frame.getBoundingClientRect();
  return { x: (x - left) / width - 0.5, y: (y - top) / height - 0.5 };
}

const larger = (zoom: Zoom) => zoomedAt(zoom, step, middle);
const smaller = (zoom: Zoom) => zoomedAt(zoom, 1 / step, middle);

const ways = { left: [1, 0], up: [0, 1], down: [0, -1], right: [-1, 0] } as const;
type Way = keyof typeof ways;

const moved = (zoom: Zoom, way: Way, by: number) =>
  pannedBy(zoom, ways[way][0] * by, ways[way][1] * by);

const arrowKeys: Record<string, Way> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const arrowButtons = [
  ["left", ArrowLeft],
  ["up", ArrowUp],
  ["down", ArrowDown],
  ["right", ArrowRight],
] as const;

/**
 * A picture that can be looked at closely: by wheel, two fingers, keys and buttons; what is enlarged is
 * moved by dragging it, by keys, or by buttons.
 */
export function ZoomFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("call.zoom");
  const [zoom, setZoom] = useState(whole);
  const frame = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, Point>());
  const [isHeld, setIsHeld] = useState(false);
  const isZoomed = zoom.scale > 1;
  const times = layoutTimes(zoom.scale, window.devicePixelRatio);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      // Otherwise a pinch on a touchpad would enlarge the whole page.
      event.preventDefault();
      const at = partOf(element, { x: event.clientX, y: event.clientY });
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const factor = Math.exp((-event.deltaY * lines) / (event.ctrlKey ? 100 : 400));
      setZoom((now) => zoomedAt(now, factor, at));
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, []);

  const largerKey = useShortcut("+", () => setZoom(larger));
  const smallerKey = useShortcut("-", () => setZoom(smaller));
  const wholeKey = useShortcut("0", () => setZoom(whole));
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const way = arrowKeys[event.key];
    if (!way || !isZoomed || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setZoom((now) => moved(now, way, nudge));
  });
  useEffect(() => {
    // Arrows move what is enlarged, also while nothing has the focus that they would mean.
    const listen = (event: KeyboardEvent) => {
      if (!(event.target instanceof Element)) return;
      const isFree = event.target.matches("body, main, [data-region=stage]");
      const tile = frame.current?.closest("[data-tile]");
      if (isFree || tile?.contains(event.target)) pressed(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  const press = (event: ReactPointerEvent<HTMLDivElement>) => {
    if (event.pointerType === "mouse" && (event.button !== 0 || !isZoomed)) return;
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (isZoomed || fingers.current.size > 1) {
      event.currentTarget.setPointerCapture(event.pointerId);
      setIsHeld(true);
    }
  };
  const move = (event: ReactPointerEvent<HTMLDivElement>) => {
    const last = fingers.current.get(event.pointerId);
    if (!last) return;
    const now = { x: event.clientX, y: event.clientY };
    const element = event.currentTarget;
    const { width, height } = element.getBoundingClientRect();
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (!other) {
      setZoom((before) => pannedBy(before, (now.x - last.x) / width, (now.y - last.y) / height));
      return;
    }
    const apart = (one: Point) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    const at = partOf(element, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    setZoom((before) => zoomedAt(before, apart(now) / apart(last), at));
  };
  const release = ({ pointerId }: ReactPointerEvent) => {
    fingers.current.delete(pointerId);
    if (fingers.current.size === 0) setIsHeld(false);
  };

  return (
    <>
      <div
        ref={frame}
        data-no-swipe={isZoomed || undefined}
        className={`absolute inset-0 touch-none overflow-hidden ${
          isZoomed ? (isHeld ? "cursor-grabbing" : "cursor-grab") : ""
        }`}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
      >
        <div
          className={`absolute inset-0 ${isHeld ? "" : "transition-transform"}`}
          style={{ transform: transformOf(zoom) }}
        >
          <div
            className="absolute"
            style={{ inset: `${(1 - times) * 50}%`, transform: `scale(${1 / times})` }}
          >
            {children}
          </div>
        </div>
      </div>
      <div
        className={`${tileToolsClass} right-2 bottom-2 rounded-dialog bg-scrim max-sm:bottom-11 text-on-stage ${isZoomed ? "opacity-100" : ""}`}
      >
        {isZoomed && (
          <div className="flex justify-between">
            {arrowButtons.map(([way, Arrow]) => {
              const next = moved(zoom, way, leap);
              const isAtEdge = next.x === zoom.x && next.y === zoom.y;
              return (
                <IconButton
                  key={way}
                  label={t(way)}
                  aria-disabled={isAtEdge || undefined}
                  onClick={() => setZoom((now) => moved(now, way, leap))}
                >
                  <Arrow size={18} strokeWidth={1.75} aria-hidden="true" />
                </IconButton>
              );
            })}
          </div>
        )}
        <div className="flex items-center">
          <IconButton
            label={t("out")}
            shortcut={smallerKey}
            tooltipSide="bottom"
            aria-disabled={!isZoomed || undefined}
            onClick={() => setZoom(smaller)}
          >
            <Minus size={18} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
          <span role="status" className="tabular min-w-12 text-center text-sm">
            {t("percent", { percent: Math.round(zoom.scale * 100) })}
          </span>
          <IconButton
            label={t("in")}
            shortcut={largerKey}
            tooltipSide="bottom"
            aria-disabled={zoom.scale >= mostScale || undefined}
            onClick={() => setZoom(larger)}
          >
            <Plus size={18} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
          {isZoomed && (
            <IconButton
              label={t("whole")}
              shortcut={wholeKey}
              tooltipSide="bottom"
              onClick={() => setZoom(whole)}
            >
              <Scan size={18} strokeWidth={1.75} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      </div>
    </>
  );
}
