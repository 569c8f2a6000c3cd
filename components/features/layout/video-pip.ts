/** The picture on the stage that one would look at: the largest of somebody else, or else any. */
function bestVideo(): HTMLVideoElement | undefined {
  const size = (video: HTMLVideoElement) => video.clientWidth * video.clientHeight;
  return [...document.querySelectorAll<HTMLVideoElement>("[data-tile] video")]
    .filter((video) => video.readyState >= HTMLMediaElement.HAVE_METADATA)
    .sort((a, b) => size(b) - size(a))[0];
}

/** Puts the largest picture into the browser's own small window, or closes that. Rejects where it cannot. */
export async function toggleVideoPip(): Promise<void> {
  if (document.pictureInPictureElement) {
    await document.exitPictureInPicture();
    return;
  }
  const video = bestVideo();
  if (!video) throw new Error("There is no picture to show.");
  await video.requestPictureInPicture();
}
