"use client";
import { useEffect, useRef } from "react";

/** Draws pixels; the name beside them says what they are. */
export function Pixels({ picture, className }: { picture: ImageBitmap; className: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element || picture.width === 0) return;
    element.width = picture.width;
    element.height = picture.height;
    element.getContext("2d")?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <span aria-hidden="true">
      <canvas
        ref={canvas}
        width={picture.width}
        height={picture.height}
        className={`block ${className}`}
      />
    </span>
  );
}
