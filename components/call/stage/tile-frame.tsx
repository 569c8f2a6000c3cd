"use client";
import { Maximize, Minimize } from "lucide-react";
import type { ComponentProps, CSSProperties, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { MenuItem } from "@/components/ui/menu";
import type { Rect } from "./arrange";
import { canFillScreen } from "./full-screen";
import { useFilling, useStageActs } from "./stage-view";

/** Where a tile stands: it glides there, and is drawn on its own layer. */
function placeOf({ x, y, width, height }: Rect, order: number): CSSProperties {
  // As text: React takes a number for so many pixels.
  return { width, height, transform: `translate(${x}px, ${y}px)`, readingOrder: String(order) };
}

/** What is pressed inside a tile means itself, and not the tile. */
const pressable = "button, a, input, [role=menu]";

interface TileFrameProps extends Omit<ComponentProps<"div">, "style"> {
  label: string;
  tileKey: string;
  kind: "person" | "screen";
  rect: Rect;
  order: number;
  /** Nothing to press on it. */
  isBare: boolean;
  /** It has the screen to itself. */
  isFilling: boolean;
}

/** The rounded place of a tile. Pressed twice, it fills the screen. */
export function TileFrame({
  label,
  tileKey,
  kind,
  rect,
  order,
  isBare,
  isFilling,
  className = "",
  children,
  ...rest
}: TileFrameProps) {
  const { toggleFilling } = useStageActs();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      role="group"
      aria-label={label}
      data-tile={kind}
      data-tile-key={tileKey}
      style={placeOf(rect, order)}
      onDoubleClick={({ target }) => {
        if (isBare || (target instanceof Element && target.closest(pressable))) return;
        toggleFilling(tileKey);
      }}
      {...rest}
      className={`group absolute top-0 left-0 overflow-hidden transition-transform ${isFilling ? "" : "rounded-tile"} ${className}`}
    >
      {children}
    </div>
  );
}

/** On a tile that fills the screen: the way back, without a menu. */
export function LeaveFullScreen({ tileKey }: { tileKey: string }) {
  const t = useTranslations("call");
  const key = useShortcutKey("f");
  const { toggleFilling } = useStageActs();
  return (
    <IconButton
      label={t("leaveFullScreen")}
      shortcut={key}
      tooltipSide="bottom"
      className={tileMenuClass}
      onClick={() => toggleFilling(tileKey)}
    >
      <Minimize size={18} strokeWidth={1.75} aria-hidden="true" />
    </IconButton>
  );
}

/** In a tile's menu: the tile fills the screen, or does so no longer. */
export function FullScreenItem({ tileKey }: { tileKey: string }) {
  const t = useTranslations("call");
  const key = useShortcutKey("f");
  const { toggleFilling } = useStageActs();
  const isFilling = useFilling() === tileKey;
  const Icon = isFilling ? Minimize : Maximize;
  if (!canFillScreen()) return null;
  return (
    <MenuItem
      icon={<Icon size={18} strokeWidth={1.75} aria-hidden="true" />}
      shortcut={key}
      onSelect={() => toggleFilling(tileKey)}
    >
      {t(isFilling ? "leaveFullScreen" : "fullScreen")}
    </MenuItem>
  );
}

/** The name on a tile, with what else is to be known of it. */
export function Caption({ children }: { children: ReactNode }) {
  return (
    <div className="on-picture absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-1.5 rounded-control bg-scrim px-2 py-0.5 font-medium text-on-stage text-sm">
      {children}
    </div>
  );
}

/** A tile's menu button. Under a finger it is as large, and looks smaller: there it is always seen. */
export const tileMenuClass =
  "bg-scrim text-on-stage pointer-coarse:bg-transparent pointer-coarse:bg-[radial-gradient(circle,var(--scrim)_14px,transparent_15px)]";

/** Where a tile's menu and buttons are: seen on hover, with the keyboard, and where fingers are used. */
export const tileToolsClass =
  "on-picture absolute opacity-0 transition-opacity focus-within:opacity-100 group-hover:opacity-100 has-[[aria-expanded=true]]:opacity-100 pointer-coarse:opacity-100";
