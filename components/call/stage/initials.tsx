import { Avatar } from "@/components/call/avatar";
import { hueOf } from "@/components/call/person";
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
  return (
    <div
      aria-hidden="true"
      className="grid size-full place-items-center"
      style={{ background: `oklch(0.26 0.035 ${hueOf(identity)})` }}
    >
      <Avatar
        identity={identity}
        name={name}
        size={Math.round(Math.max(40, Math.min(160, Math.min(width, height) * 0.42)))}
        className={`transition-transform ${isSpeaking ? "scale-105" : ""}`}
      />
    </div>
  );
}
