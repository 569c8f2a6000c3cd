"use client";
import { Maximize, Minimize } from "lucide-react";
import type { ComponentProps, CSSProperties, ReactNode, RefObject } from "react";
import { useTranslations } from "use-intl";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { IconButton } from "@/components/ui/button";
import { MenuItem } from "@/components/ui/menu";
import type { Rect } from "./arrange";
import { canFillScreen, toggleFullScreen } from "./full-screen";

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
}

/** The rounded place of a tile. Pressed twice, it fills the screen. */
export function TileFrame({
  label,
  tileKey,
  kind,
  rect,
  order,
  className = "",
  children,
  ...rest
}: TileFrameProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      role="group"
      aria-label={label}
      data-tile={kind}
      data-tile-key={tileKey}
      style={placeOf(rect, order)}
      onDoubleClick={({ target, currentTarget }) => {
        if (target instanceof Element && target.closest(pressable)) return;
        if (canFillScreen()) toggleFullScreen(currentTarget);
      }}
      {...rest}
      className={`group absolute top-0 left-0 overflow-hidden rounded-tile transition-transform [&:fullscreen]:rounded-none ${className}`}
    >
      {children}
      <LeaveFullScreen />
    </div>
  );
}

/** In a tile that fills the screen, where its menu cannot be seen. */
function LeaveFullScreen() {
  const t = useTranslations("call");
  const key = useShortcutKey("f");
  return (
    <div className="on-picture absolute top-3 right-3 hidden group-[:fullscreen]:block">
      <IconButton
        label={t("leaveFullScreen")}
        shortcut={key}
        size="large"
        tooltipSide="bottom"
        className="bg-scrim text-on-stage"
        onClick={() => void document.exitFullscreen().catch(() => undefined)}
      >
        <Minimize size={20} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** In a tile's menu: the tile fills the screen. */
export function FullScreenItem({ frame }: { frame: RefObject<HTMLElement | null> }) {
  const t = useTranslations("call");
  const key = useShortcutKey("f");
  if (!canFillScreen()) return null;
  return (
    <MenuItem
      icon={<Maximize size={18} strokeWidth={1.75} aria-hidden="true" />}
      shortcut={key}
      onSelect={() => frame.current && toggleFullScreen(frame.current)}
    >
      {t("fullScreen")}
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
