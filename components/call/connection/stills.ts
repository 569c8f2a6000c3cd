/** Names a picture in the call over reconnects, when every LiveKit object behind it is a new one. */
export type PictureKey = `${string}:${string}`;

export function pictureKey(identity: string, source: string): PictureKey {
  return `${identity}:${source}`;
}

/** Whose picture it is. */
export function identityOf(key: string): string {
  return key.slice(0, key.lastIndexOf(":"));
}

const widest = 640;

/**
 * The last pictures of a call that lost its connection: they stay on the tiles until the live ones are
 * back, so that nobody vanishes for a second.
 */
export class Stills {
  /** More than one where a window beside the call shows the same. */
  readonly #videos = new Map<PictureKey, Set<HTMLVideoElement>>();
  readonly #pictures = new Map<PictureKey, HTMLCanvasElement>();

  /** Keeps an eye on a video for as long as it is shown; returns what ends that. */
  watch(key: PictureKey, video: HTMLVideoElement): () => void {
    const videos = this.#videos.get(key) ?? new Set();
    this.#videos.set(key, videos.add(video));
    return () => void videos.delete(video);
  }

  /** Takes a picture of everything that can be seen now. */
  take(): void {
    for (const [key, videos] of this.#videos) {
      const video = [...videos].find(
        (one) => one.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && one.videoWidth > 0,
      );
      if (!video) continue;
      const scale = Math.min(1, widest / video.videoWidth);
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
      this.#pictures.set(key, canvas);
    }
  }

  of(key: PictureKey): HTMLCanvasElement | undefined {
    return this.#pictures.get(key);
  }

  clear(): void {
    this.#pictures.clear();
  }
}
