// How large a picture says it is, before anything decodes it: a small file may unfold to gigabytes.

const readers: Record<string, (view: DataView) => [width: number, height: number] | undefined> = {
  "image/png": (view) => [view.getUint32(16), view.getUint32(20)],
  "image/gif": (view) => [view.getUint16(6, true), view.getUint16(8, true)],
  "image/jpeg": (view) => {
    for (let at = 2; at + 9 < view.byteLength; ) {
      if (view.getUint8(at) !== 0xff) return undefined;
      const marker = view.getUint8(at + 1);
      const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
      if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
      at += 2 + view.getUint16(at + 2);
    }
    return undefined;
  },
  "image/webp": (view) => {
    const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
    const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    if (kind === "VP8X") return [three(24) + 1, three(27) + 1];
    if (kind === "VP8 ")
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
  },
};

export interface Size {
  width: number;
  height: number;
}

/** Width and height as the file's own header has them; undefined where it has none. */
export function pictureSizeOf(bytes: Uint8Array, type: string): Size | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [width = 0, height = 0] = readers[type]?.(view) ?? [];
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    // Shorter than what it says it is.
    return undefined;
  }
}

/** As large as a picture gets within a square of so many pixels; never larger than it is. */
export function fitInto(most: number, { width, height }: Size): Size {
  const scale = Math.min(1, most / Math.max(width, height));
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}
