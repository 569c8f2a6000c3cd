"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { IconButton } from "@/components/ui/button";
import {
  arrangeGrid,
  arrangeSelf,
  arrangeSpotlight,
  type Corner,
  nearestCorner,
  type Rect,
  type Size,
  stripCapacity,
} from "./arrange";
import { bringSpeakersForward } from "./stage-order";
import { PersonTile, ScreenTile } from "./tile";
import { useSize } from "./use-size";
import { type StageTile, useStageTiles } from "./use-stage-tiles";

const mostOnWide = 16;
const mostOnNarrow = 9;
/** From how many people on the own picture leaves the grid. */
const selfFloatsFrom = 3;
/** How many times as large as it the others have to be: it would hide one of them otherwise. */
const selfFloatsOver = 3;

interface Placed {
  tile: StageTile;
  rect: Rect;
  kind: "person" | "screen" | "self";
}

interface Arrangement {
  placed: Placed[];
  pages: number;
}

function arrange(
  { screens, others, self }: ReturnType<typeof useStageTiles>,
  area: Size,
  corner: Corner,
  page: number,
): Arrangement {
  const [screen, ...moreScreens] = screens;
  const spoken = others.map((tile) => ({
    tile,
    identity: tile.trackRef.participant.identity,
    lastSpokeAt: tile.trackRef.participant.lastSpokeAt?.getTime() ?? 0,
  }));
  // Beside a screen everybody is small; oneself is there on every page.
  const fixed = screen && self ? moreScreens.length + 1 : moreScreens.length;
  const total = others.length + fixed;
  const capacity = screen
    ? Math.max(1, stripCapacity(area, total) - fixed)
    : area.width < 640
      ? mostOnNarrow
      : mostOnWide;
  const floats =
    self !== undefined &&
    !screen &&
    others.length + 1 >= selfFloatsFrom &&
    leavesRoom(Math.min(others.length, capacity), area, corner);
  const inGrid = self && !floats && !screen ? [self] : [];
  const seats = capacity - inGrid.length;
  const people = bringSpeakersForward(spoken, seats).map(({ tile }) => tile);
  const pages = Math.max(1, Math.ceil(people.length / seats));
  const first = Math.min(page, pages - 1) * seats;
  const visible = [...people.slice(first, first + seats), ...inGrid];
  const placed: Placed[] = [];
  const put = (tile: StageTile | undefined, rect: Rect | undefined, kind: Placed["kind"]) => {
    if (tile && rect) placed.push({ tile, rect, kind });
  };
  if (screen) {
    const strip = [...moreScreens, ...visible, ...(self ? [self] : [])];
    const places = arrangeSpotlight(strip.length, area, total);
    put(screen, places.main, "screen");
    for (const [index, tile] of strip.entries()) {
      put(tile, places.strip[index], moreScreens.includes(tile) ? "screen" : "person");
    }
  } else {
    const places = arrangeGrid(visible.length, area);
    for (const [index, tile] of visible.entries()) put(tile, places[index], "person");
  }
  if (floats) put(self, arrangeSelf(area, corner), "self");
  return { placed, pages };
}

function leavesRoom(count: number, area: Size, corner: Corner): boolean {
  const [tile] = arrangeGrid(count, area);
  const own = arrangeSelf(area, corner);
  return tile !== undefined && tile.width * tile.height > selfFloatsOver * own.width * own.height;
}

/** Everybody who can be seen, each in their place. */
export function Stage() {
  const t = useTranslations("call");
  const { phase } = useCall();
  const frame = useRef<HTMLDivElement>(null);
  const area = useSize(frame);
  const [page, setPage] = useState(0);
  const [corner, setCorner] = useState<Corner>("bottom-right");
  const tiles = useStageTiles();
  const { placed, pages } = arrange(tiles, area, corner, page);
  const shownPage = Math.min(page, pages - 1);
  const isLost = phase === "reconnecting";
  // In the order of their keys, so that a new order moves the tiles and never the elements: a video
  // that is taken out and put back starts anew.
  const stable = [...placed].sort((a, b) => (a.tile.key < b.tile.key ? -1 : 1));
  return (
    <section
      ref={frame}
      aria-label={t("stage")}
      data-region="stage"
      tabIndex={-1}
      className="-outline-offset-2! relative size-full overflow-hidden rounded-tile"
    >
      {area.width > 0 &&
        stable.map(({ tile: { key, trackRef, isHeld }, rect, kind }) => {
          const isDimmed = isHeld || (isLost && !trackRef.participant.isLocal);
          if (kind === "screen") {
            return <ScreenTile key={key} trackRef={trackRef} rect={rect} isDimmed={isDimmed} />;
          }
          const person = (
            <PersonTile
              key={key}
              trackRef={trackRef}
              rect={rect}
              isDimmed={isDimmed}
              isFloating={kind === "self"}
            />
          );
          return person;
        })}
      {tiles.self && placed.some(({ kind }) => kind === "self") && (
        <Draggable
          rect={arrangeSelf(area, corner)}
          onDropped={(point) => setCorner(nearestCorner(point, area))}
        />
      )}
      {pages > 1 && (
        <nav
          aria-label={t("pages")}
          className="on-picture absolute top-2 right-2 z-10 flex items-center gap-1 rounded-full bg-scrim px-1 text-on-stage text-sm"
        >
          <PageButton
            label={t("previousPage")}
            isOff={shownPage === 0}
            onPress={() => setPage(shownPage - 1)}
          >
            <ChevronLeft size={20} strokeWidth={1.75} aria-hidden="true" />
          </PageButton>
          <span className="tabular">{t("pageOf", { page: shownPage + 1, pages })}</span>
          <PageButton
            label={t("nextPage")}
            isOff={shownPage === pages - 1}
            onPress={() => setPage(shownPage + 1)}
          >
            <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" />
          </PageButton>
        </nav>
      )}
    </section>
  );
}

interface PageButtonProps {
  label: string;
  isOff: boolean;
  onPress: () => void;
  children: ReactNode;
}

function PageButton({ label, isOff, onPress, children }: PageButtonProps) {
  return (
    <IconButton
      label={label}
      aria-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      {children}
    </IconButton>
  );
}

/** A handle over the own picture: dropped, the picture goes to the corner it is nearest to. */
function Draggable({
  rect,
  onDropped,
}: {
  rect: Rect;
  onDropped: (point: { x: number; y: number }) => void;
}) {
  const [start, setStart] = useState<{ x: number; y: number }>();
  const [moved, setMoved] = useState({ x: 0, y: 0 });
  return (
    <div
      aria-hidden="true"
      className={`absolute top-0 left-0 z-10 touch-none rounded-tile ${
        start ? "cursor-grabbing border-2 border-accent border-dashed" : "cursor-grab"
      }`}
      style={{
        width: rect.width,
        height: rect.height,
        transform: `translate(${rect.x + moved.x}px, ${rect.y + moved.y}px)`,
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart({ x: event.clientX, y: event.clientY });
      }}
      onPointerMove={(event) => {
        if (start) setMoved({ x: event.clientX - start.x, y: event.clientY - start.y });
      }}
      onPointerUp={() => {
        if (start && Math.hypot(moved.x, moved.y) > 8) {
          onDropped({
            x: rect.x + rect.width / 2 + moved.x,
            y: rect.y + rect.height / 2 + moved.y,
          });
        }
        setStart(undefined);
        setMoved({ x: 0, y: 0 });
      }}
      onPointerCancel={() => {
        setStart(undefined);
        setMoved({ x: 0, y: 0 });
      }}
    />
  );
}
