"use client";
import { useRoomContext } from "@livekit/components-react";
import { Track } from "livekit-client";
import { EyeOff, VideoOff } from "lucide-react";
import { memo, type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useChoice, useSwitch } from "@/components/call/use-switch";
import { Button } from "@/components/ui/button";
import { gap } from "./arrange";
import { FloatingTile } from "./floating-tile";
import { Pager } from "./pager";
import { PersonTile } from "./person-tile";
import { planStage } from "./plan";
import type { StageTile } from "./room-tiles";
import { ScreenTile } from "./screen-tile";
import { useFilling, usePage, useStageActs } from "./stage-view";
import { useFirstSeen } from "./use-first-seen";
import { useMain } from "./use-main";
import { useSize } from "./use-size";
import { useSpeakersInSight, useStageOrder } from "./use-stage-order";
import { useStageTiles } from "./use-stage-tiles";
import { useSwipe } from "./use-swipe";
import { useUnseenPaused } from "./use-unseen-paused";

const identityOf = ({ trackRef }: StageTile) => trackRef.participant.identity;

/**
 * Everybody who can be seen, each in their place. `isSmall` is for a window beside the call: who matters
 * now, with nothing to press.
 */
export const Stage = memo(function Stage({ isSmall = false }: { isSmall?: boolean }) {
  const t = useTranslations("call");
  const room = useRoomContext();
  const { phase } = useCall();
  const frame = useRef<HTMLDivElement>(null);
  const area = useSize(frame);
  const [chosenView] = useChoice("view");
  const [corner] = useChoice("selfCorner");
  const [isSelfShown, showSelf] = useSwitch("showSelf");
  const [isMirrored] = useSwitch("mirrorSelf");
  const [isEveryoneShown, showEveryone] = useSwitch("showWithoutVideo");
  const { looks, toggleFilling } = useStageActs();
  const { turnTo } = looks;
  const wantedPage = usePage();
  const wantedFilling = useFilling();
  const tiles = useStageTiles();
  const view = isSmall && chosenView === "grid" ? "automatic" : chosenView;
  const main = useMain(tiles, view);
  const filling =
    !isSmall && wantedFilling !== undefined && tiles.all.has(wantedFilling)
      ? wantedFilling
      : undefined;
  useUnseenPaused(room);

  const { others } = tiles;
  const shown = useMemo(
    () => others.filter(({ key, hasPicture }) => isEveryoneShown || hasPicture || key === main),
    [others, isEveryoneShown, main],
  );
  const keyBy = useMemo(() => new Map(shown.map((tile) => [identityOf(tile), tile.key])), [shown]);
  const large = shown.find(({ key }) => key === main);
  const largeIdentity = large && identityOf(large);
  const [seating, setSeating] = useStageOrder(
    useMemo(() => [...keyBy.keys()], [keyBy]),
    largeIdentity,
  );
  const isSelfWanted = isSmall ? others.length === 0 : isSelfShown;
  const cast =
    filling === undefined
      ? {
          screens: tiles.screens.map(({ key }) => key),
          people: seating.flatMap((identity) => keyBy.get(identity) ?? []),
          self: isSelfWanted || tiles.self?.key === main ? tiles.self?.key : undefined,
          main,
        }
      : { screens: [], people: [], self: undefined, main: filling };
  const shape = view === "beside" && !isSmall ? "beside" : "strip";
  const page = isSmall ? 0 : wantedPage;
  const plan = planStage(cast, { shape, area, corner, page });
  useSpeakersInSight({
    room,
    order: seating,
    setOrder: setSeating,
    large: largeIdentity,
    seats: plan.seats,
    isFrozen: plan.page > 0 || filling !== undefined,
  });
  const isPlanWhole = !isSmall && filling === undefined && area.width > 0;
  useEffect(() => {
    // Pages go with the people on them.
    if (isPlanWhole && wantedPage !== plan.page) turnTo(plan.page);
  }, [isPlanWhole, wantedPage, plan.page, turnTo]);
  const isFillingGone = !isSmall && wantedFilling !== undefined && filling === undefined;
  useEffect(() => {
    // Who had the screen to themselves is gone, or shares nothing any more.
    if (isFillingGone) toggleFilling(wantedFilling);
  }, [isFillingGone, wantedFilling, toggleFilling]);
  const swipe = useSwipe((by) => turnTo(Math.min(plan.pages - 1, plan.page + by)));

  const isLost = phase === "reconnecting";
  const unseen = others.length - shown.length;
  const floating = plan.placed.find(({ isFloating }) => isFloating);
  // On the pager's line nothing floats.
  const isCornerTaken = floating && corner === "bottom-right" && !plan.pager;
  // Elements stay in the order they came, which is near the picture's; browsers that can are told the
  // picture's own, for the keyboard and for screen readers. Tiles come before what is beside.
  const elements = useFirstSeen(
    plan.placed.map((placed, index) => ({ ...placed, order: index - plan.placed.length })),
  );
  return (
    <section
      ref={frame}
      aria-label={t("stage")}
      {...(isSmall ? {} : { "data-region": "stage" })}
      tabIndex={-1}
      className={`-outline-offset-2! relative size-full [reading-flow:source-order] overflow-hidden ${
        filling === undefined ? "rounded-tile" : ""
      }`}
      {...(plan.pages > 1 && !isSmall ? swipe : {})}
    >
      {area.width > 0 &&
        elements.map(({ key, rect, order, isMain, isFloating }) => {
          const tile = tiles.all.get(key);
          if (!tile) return null;
          const { trackRef, isHeld } = tile;
          const isDimmed = isHeld || (isLost && !trackRef.participant.isLocal);
          const same = {
            tile,
            rect,
            order,
            isDimmed,
            isBare: isSmall,
            isFilling: key === filling,
          };
          if (trackRef.source === Track.Source.ScreenShare) {
            return <ScreenTile key={key} {...same} isMain={isMain} />;
          }
          if (isFloating && !isSmall) {
            return <FloatingTile key={key} {...same} area={area} isMirrored={isMirrored} />;
          }
          const isOwn = trackRef.participant.isLocal;
          return <PersonTile key={key} {...same} isMirrored={isOwn && isMirrored} />;
        })}
      {area.width > 0 && plan.placed.length === 0 && tiles.self && !isSmall && (
        <Nobody
          icon={unseen > 0 ? <VideoOff {...mark} /> : <EyeOff {...mark} />}
          text={unseen > 0 ? t("nobodyWithVideo") : t("selfHidden")}
          action={unseen > 0 ? t("showEveryone") : t("showSelf")}
          onPress={() => (unseen > 0 ? showEveryone(true) : showSelf(true))}
        />
      )}
      {unseen > 0 && plan.placed.length > 0 && isPlanWhole && (
        <div
          className="on-picture absolute right-2 z-10"
          style={{ bottom: gap + (isCornerTaken ? area.height - floating.rect.y : 0) }}
        >
          <Button
            onClick={() => showEveryone(true)}
            icon={<VideoOff size={16} strokeWidth={1.75} aria-hidden="true" />}
            className="rounded-full! bg-scrim! text-on-stage!"
          >
            {t("withoutVideo", { count: unseen })}
          </Button>
        </div>
      )}
      {plan.pager && !isSmall && (
        <Pager page={plan.page} pages={plan.pages} rect={plan.pager} onTurn={turnTo} />
      )}
    </section>
  );
});

const mark = { size: 32, strokeWidth: 1.5, "aria-hidden": true } as const;

interface NobodyProps {
  icon: ReactNode;
  text: string;
  action: string;
  onPress: () => void;
}

/** In place of tiles, where everybody is hidden who is there. */
function Nobody({ icon, text, action, onPress }: NobodyProps) {
  return (
    <div className="grid size-full place-content-center justify-items-center gap-4 p-4 text-center text-ink-soft">
      {icon}
      <p className="max-w-80 text-balance">{text}</p>
      <Button onClick={onPress}>{action}</Button>
    </div>
  );
}
