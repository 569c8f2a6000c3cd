"use client";
import { useEffect, useState } from "react";
import { pictureTypeOf } from "./file-safety";
import { fitInto, pictureSizeOf } from "./picture-size";

const mostPixels = 40_000_000;
/** Where a camera writes how large a picture is, behind a preview of it. */
const headBytes = 256 * 1024;

/** Whole for a moment, a picture may take 160 MB: they are unfolded one after the other. */
let unfolding: Promise<unknown> = Promise.resolve();

/**
 * A file as plain pixels, at most `most` of them wide and high, where its bytes are a picture's. Nothing of the
 * file itself is ever shown.
 */
export function usePicture(content: Blob | undefined, most: number): ImageBitmap | undefined {
  const [picture, setPicture] = useState<ImageBitmap>();
  useEffect(() => {
    if (!content) return;
    let isOver = false;
    let made: ImageBitmap | undefined;
    const turn = unfolding.then(() => (isOver ? undefined : pixelsOf(content, most)));
    unfolding = turn.catch(() => undefined);
    turn.then(
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
  }, [content, most]);
  return picture;
}

async function pixelsOf(content: Blob, most: number): Promise<ImageBitmap | undefined> {
  const head = new Uint8Array(await content.slice(0, headBytes).arrayBuffer());
  const type = pictureTypeOf(head);
  const size = type === undefined ? undefined : pictureSizeOf(head, type);
  if (type === undefined || !size || size.width * size.height > mostPixels) return undefined;
  const whole = await createImageBitmap(new Blob([content], { type }));
  // Its own size and not the header's: a camera's picture may have been turned by now.
  const { width, height } = fitInto(most, whole);
  if (width === whole.width && height === whole.height) return whole;
  try {
    return await createImageBitmap(whole, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: "medium",
    });
  } finally {
    whole.close();
  }
}
