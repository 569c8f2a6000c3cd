"use client";
import { Track } from "livekit-client";
import { MonitorUp, MoreVertical } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { pictureKey } from "@/components/call/connection/stills";
import { PersonSlot } from "@/components/call/slots";
import { useNameOf } from "@/components/call/use-of-person";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { useSurface } from "@/components/call/use-surface";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuContent, MenuTrigger } from "@/components/ui/menu";
import { Picture } from "./picture";
import { isSameTile, type TileProps } from "./same-tile";
import { useTileMenu } from "./stage-view";
import {
  Caption,
  FullScreenItem,
  LeaveFullScreen,
  TileFrame,
  tileMenuClass,
  tileToolsClass,
} from "./tile-frame";
import { ZoomFrame } from "./zoom-frame";

interface ScreenTileProps extends TileProps {
  /** It is the large one, which can be looked at closely. */
  isMain: boolean;
}

/** A screen that somebody shares; one's own is a note, or the picture would hold itself without end. */
export const ScreenTile = memo(function ScreenTile({
  tile: { key, trackRef },
  rect,
  order,
  isDimmed,
  isBare = false,
  isFilling = false,
  isMain,
}: ScreenTileProps) {
  const t = useTranslations("call");
  const surface = useSurface();
  const menu = useTileMenu(key, isBare);
  const menuKey = useShortcutKey("e");
  const { participant } = trackRef;
  const shown = useNameOf(participant);
  const label = participant.isLocal ? t("yourScreen") : t("screenOf", { name: shown });
  const picture = (
    <Picture
      pictureKey={pictureKey(participant.identity, Track.Source.ScreenShare)}
      trackRef={trackRef}
      isWhole={true}
      isMirrored={false}
      placeRatio={rect.width / Math.max(1, rect.height)}
    />
  );
  return (
    <TileFrame
      label={label}
      tileKey={key}
      kind="screen"
      rect={rect}
      order={order}
      isBare={isBare}
      isFilling={isFilling}
      className="bg-ink/8"
    >
      {participant.isLocal ? (
        <div className="grid size-full place-content-center justify-items-center gap-2 p-3 text-center">
          <MonitorUp size={28} strokeWidth={1.5} aria-hidden="true" className="text-accent" />
          <p className="text-balance text-sm">{t("yourScreenNote")}</p>
        </div>
      ) : (
        <div className={`absolute inset-0 transition-opacity ${isDimmed ? "opacity-50" : ""}`}>
          {isMain && !isBare ? <ZoomFrame>{picture}</ZoomFrame> : picture}
        </div>
      )}
      {!participant.isLocal && (
        <Caption>
          <MonitorUp size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
          <span dir="auto" className="truncate">
            {label}
          </span>
        </Caption>
      )}
      <div className="absolute top-2 left-2 flex gap-1">
        <PersonSlot name="ScreenBadge" participant={participant} />
      </div>
      {!isBare && (
        <div className={`${tileToolsClass} top-1 right-1 flex gap-1`}>
          {isFilling && <LeaveFullScreen tileKey={key} />}
          <Menu modal={false} {...menu}>
            <MenuTrigger>
              <IconButton
                label={t("tileMenu", { name: label })}
                shortcut={menuKey}
                className={tileMenuClass}
              >
                <MoreVertical size={18} strokeWidth={1.75} aria-hidden="true" />
              </IconButton>
            </MenuTrigger>
            <MenuContent container={surface} align="end">
              <PersonSlot name="ScreenMenuItem" participant={participant} />
              {!participant.isLocal && <FullScreenItem tileKey={key} />}
            </MenuContent>
          </Menu>
        </div>
      )}
    </TileFrame>
  );
}, isSameTile);
