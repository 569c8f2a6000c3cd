import { hueOf, initialsOf } from "./person";

interface AvatarProps {
  identity: string;
  name: string;
  /** Its size and that of the letters. */
  className: string;
  /** Where the size is known in pixels alone. */
  size?: number;
}

/** Somebody's letters on a hue of their own. The name stands beside it: screen readers pass it over. */
export function Avatar({ identity, name, className, size }: AvatarProps) {
  const hue = hueOf(identity);
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 select-none place-items-center rounded-full font-medium ${className}`}
      style={{
        background: `oklch(0.5 0.11 ${hue})`,
        color: `oklch(0.97 0.02 ${hue})`,
        ...(size === undefined
          ? {}
          : { width: size, height: size, fontSize: Math.round(size * 0.38) }),
      }}
    >
      {initialsOf(name)}
    </span>
  );
}
