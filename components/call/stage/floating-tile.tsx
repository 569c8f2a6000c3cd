"use client";
import { Move } from "lucide-react";
import { type PointerEvent as ReactPointerEvent, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { useChoice } from "@/components/call/use-switch";
import { MenuItem } from "@/components/ui/menu";
import { nextChoice } from "@/lib/client/preferences";
import { nearestCorner, type Rect, type Size } from "./arrange";
import { PersonTile } from "./person-tile";
import type { TileProps } from "./same-tile";

/** A hand that shakes has not dragged anything. */
const leastDrag = 8;

interface FloatingTileProps extends TileProps {
  area: Size;
  isMirrored: boolean;
}

/** The person's own small picture: dropped, it goes to the corner it is nearest to. */
export function FloatingTile({ tile, rect, order, isDimmed, area, isMirrored }: FloatingTileProps) {
  const t = useTranslations("call");
  const [corner, setCorner] = useChoice("selfCorner");
  const moveKey = useShortcutKey("layout.moveSelf");
  const [moved, setMoved] = useState({ x: 0, y: 0 });
  const [isHeld, setIsHeld] = useState(false);

  const floating = useMemo(() => {
    const hold = (event: ReactPointerEvent) => {
      const { target, pointerId, clientX, clientY, currentTarget } = event;
      if (event.button !== 0 || (target instanceof Element && target.closest("button"))) return;
      const far = (one: PointerEvent) => ({ x: one.clientX - clientX, y: one.clientY - clientY });
      const listening = new AbortController();
      const drop = (one: PointerEvent) => {
        if (one.pointerId !== pointerId) return;
        listening.abort();
        const { x, y } = far(one);
        if (one.type === "pointerup" && Math.hypot(x, y) > leastDrag) {
          const { left, top, width, height } = currentTarget.getBoundingClientRect();
          const stage = currentTarget.parentElement?.getBoundingClientRect();
          const point = {
            x: left + width / 2 - (stage?.left ?? 0),
            y: top + height / 2 - (stage?.top ?? 0),
          };
          setCorner(nearestCorner(point, area));
        }
        setMoved({ x: 0, y: 0 });
        setIsHeld(false);
      };
      const { signal } = listening;
      window.addEventListener(
        "pointermove",
        (one) => {
          if (one.pointerId !== pointerId) return;
          setIsHeld(true);
          setMoved(far(one));
        },
        { signal },
      );
      window.addEventListener("pointerup", drop, { signal });
      window.addEventListener("pointercancel", drop, { signal });
    };
    const menu = (
      <MenuItem
        icon={<Move size={18} strokeWidth={1.75} aria-hidden="true" />}
        shortcut={moveKey}
        onSelect={() => setCorner(nextChoice("selfCorner", corner))}
      >
        {t("moveSelf")}
      </MenuItem>
    );
    return { onPointerDown: hold, menu, isHeld };
  }, [area, corner, isHeld, moveKey, setCorner, t]);

  const place: Rect = { ...rect, x: rect.x + moved.x, y: rect.y + moved.y };
  return (
    <PersonTile
      tile={tile}
      rect={place}
      order={order}
      isDimmed={isDimmed}
      isMirrored={isMirrored}
      floating={floating}
    />
  );
}
