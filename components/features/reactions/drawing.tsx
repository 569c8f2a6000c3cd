// Drawn by ourselves: not every system has a font with emoji, and each draws them differently.
import { Hand, HandHeart, Heart, PartyPopper, ThumbsDown, ThumbsUp } from "lucide-react";
import type { ReactNode } from "react";
import type { Reaction } from "./message";

const stroke = { strokeWidth: 1.75, className: "size-full" } as const;

const yellow = "oklch(0.88 0.15 92)";

const looks: Record<Reaction, { hue: number; icon: ReactNode }> = {
  applause: { hue: 75, icon: <Applause /> },
  agree: { hue: 240, icon: <ThumbsUp {...stroke} fill="oklch(0.85 0.09 240)" /> },
  love: { hue: 5, icon: <Heart {...stroke} fill="oklch(0.68 0.2 8)" /> },
  laugh: { hue: 92, icon: <Laughing /> },
  surprise: { hue: 60, icon: <Surprised /> },
  celebrate: { hue: 305, icon: <PartyPopper {...stroke} fill="oklch(0.84 0.1 305)" /> },
  thanks: { hue: 155, icon: <HandHeart {...stroke} fill="oklch(0.86 0.1 155)" /> },
  sad: { hue: 265, icon: <Sad /> },
  disagree: { hue: 35, icon: <ThumbsDown {...stroke} fill="oklch(0.85 0.09 35)" /> },
};

/** A reaction as everybody sees it; what it means stands beside it in words. */
export function Drawing({ reaction, className }: { reaction: Reaction; className: string }) {
  const { hue, icon } = looks[reaction];
  return (
    <span
      aria-hidden="true"
      className={`inline-grid place-items-center rounded-full p-[16%] ${className}`}
      style={{ background: `oklch(0.96 0.035 ${hue})`, color: `oklch(0.38 0.1 ${hue})` }}
    >
      {icon}
    </span>
  );
}

/** Two hands that meet, and what is heard of it. */
function Applause() {
  const hand = { width: 15, height: 15, strokeWidth: 2.6, fill: "oklch(0.86 0.12 75)" };
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-full overflow-visible">
      <g transform="rotate(-14 8 15)">
        <Hand {...hand} x={1} y={8.5} />
      </g>
      <g transform="translate(24 0) scale(-1 1) rotate(-14 8 15)">
        <Hand {...hand} x={1} y={8.5} />
      </g>
      <path
        d="M12 1.5v3.2M6.6 3l1.6 2.8M17.4 3l-1.6 2.8"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </svg>
  );
}

function Face({ fill, children }: { fill: string; children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="size-full"
    >
      <circle cx="12" cy="12" r="10" fill={fill} />
      {children}
    </svg>
  );
}

function Laughing() {
  return (
    <Face fill={yellow}>
      <path d="M6.5 9.8l1.8-1.6 1.8 1.6M13.9 9.8l1.8-1.6 1.8 1.6" />
      <path d="M7 13h10a5 5 0 0 1-10 0z" fill="currentColor" />
    </Face>
  );
}

function Surprised() {
  return (
    <Face fill={yellow}>
      <ellipse cx="12" cy="15.8" rx="2.2" ry="2.8" fill="currentColor" />
      <path d="M8.5 9.6v.4M15.5 9.6v.4" strokeWidth="2.5" />
      <path d="M6.8 6.6l2-.8M17.2 6.6l-2-.8" />
    </Face>
  );
}

function Sad() {
  return (
    <Face fill="oklch(0.86 0.07 265)">
      <path d="M8 16.8a4.6 4.6 0 0 1 8 0" />
      <path d="M8.5 9.6v.4M15.5 9.6v.4" strokeWidth="2.5" />
    </Face>
  );
}
