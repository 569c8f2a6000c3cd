/** The picture on the stage that one would look at: the largest of somebody else, or else any. */
function bestVideo(): HTMLVideoElement | undefined {
  const size = (video: HTMLVideoElement) => video.clientWidth * video.clientHeight;
  return [...document.querySelectorAll<HTMLVideoElement>("[data-tile] video")]
    .filter((video) => video.readyState >= HTMLMediaElement.HAVE_METADATA)
    .sort((a, b) => size(b) - size(a))[0];
}

/** Puts the largest picture into the browser's own small window, or closes that. Rejects where it cannot. */
export async function toggleVideoPip(): Promise<"done" | "no-picture"> {
  if (isVideoPipOpen()) {
    await document.exitPictureInPicture();
    return "done";
  }
  const video = bestVideo();
  if (!video) return "no-picture";
  await video.requestPictureInPicture();
  return "done";
}

export const isVideoPipOpen = () => Boolean(document.pictureInPictureElement);

/** Tells when that window opens or closes, which the browser lets people do, too. */
export function watchVideoPip(changed: () => void): () => void {
  const entered = ({ target }: Event) => {
    // A picture that is on the stage no more says it to nobody above it.
    target?.addEventListener("leavepictureinpicture", changed, { once: true });
    changed();
  };
  document.addEventListener("enterpictureinpicture", entered);
  return () => document.removeEventListener("enterpictureinpicture", entered);
}
