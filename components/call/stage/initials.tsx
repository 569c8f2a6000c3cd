import { hueOf, initialsOf } from "@/components/call/person";
import type { Size } from "./arrange";

interface InitialsProps {
  name: string;
  identity: string;
  isSpeaking: boolean;
  /** Of the place they stand in. */
  size: Size;
}

/** Somebody without a picture: the letters of the name, on a hue of their own. */
export function Initials({ name, identity, isSpeaking, size: { width, height } }: InitialsProps) {
  const size = Math.round(Math.max(40, Math.min(160, Math.min(width, height) * 0.42)));
  const hue = hueOf(identity);
  return (
    <div
      aria-hidden="true"
      className="grid size-full place-items-center"
      style={{ background: `oklch(0.26 0.035 ${hue})` }}
    >
      <div
        className={`grid select-none place-items-center rounded-full font-medium transition-transform ${isSpeaking ? "scale-105" : ""}`}
        style={{
          width: size,
          height: size,
          fontSize: Math.round(size * 0.38),
          background: `oklch(0.5 0.11 ${hue})`,
          color: `oklch(0.97 0.02 ${hue})`,
        }}
      >
        {initialsOf(name)}
      </div>
    </div>
  );
}
