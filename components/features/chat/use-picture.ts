"use client";
import { useEffect, useState } from "react";
import { pictureTypeOf } from "./file-safety";
import { pictureSizeOf } from "./picture-size";

const mostPixels = 40_000_000;
const mostWide = 1_600;
/** Where a camera writes how large a picture is, behind a preview of it. */
const headBytes = 256 * 1024;

/** A file as plain pixels, where its bytes are a picture's. Nothing of the file itself is ever shown. */
export function usePicture(content: Blob | undefined): ImageBitmap | undefined {
  const [picture, setPicture] = useState<ImageBitmap>();
  useEffect(() => {
    if (!content) return;
    let isOver = false;
    let made: ImageBitmap | undefined;
    pixelsOf(content).then(
      (bitmap) => {
        made = bitmap;
        if (isOver) bitmap?.close();
        else setPicture(bitmap);
      },
      // Broken, or none after all: it is shown as a file.
      () => undefined,
    );
    return () => {
      isOver = true;
      setPicture(undefined);
      made?.close();
    };
  }, [content]);
  return picture;
}

async function pixelsOf(content: Blob): Promise<ImageBitmap | undefined> {
  const head = new Uint8Array(await content.slice(0, headBytes).arrayBuffer());
  const type = pictureTypeOf(head);
  const size = type === undefined ? undefined : pictureSizeOf(head, type);
  if (type === undefined || !size || size.width * size.height > mostPixels) return undefined;
  const whole = new Blob([content], { type });
  return await createImageBitmap(whole, {
    resizeWidth: Math.max(1, Math.min(mostWide, size.width)),
    resizeQuality: "medium",
  });
}
