"use client";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";

/**
 * The page's heading. With `takesFocus` the keyboard and the screen reader begin here: for a page that
 * came in place of another one without being loaded. Looked at when the heading appears, not later.
 */
export function PageHeading({
  takesFocus = false,
  className = "text-xl",
  children,
}: {
  takesFocus?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = useEffectEvent(() => {
    if (takesFocus) heading.current?.focus();
  });
  useEffect(() => focus(), []);
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className={`text-balance break-words font-semibold outline-none ${className}`}
    >
      {children}
    </h1>
  );
}
