// A person instead of a test pattern.

/** Runs in the page: its camera becomes a drawn person before a wall of this hue. */
export function drawnCamera(hue) {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints);
    if (!constraints?.video) return stream;
    const canvas = document.createElement("canvas");
    canvas.width = 1280;
    canvas.height = 720;
    const context = canvas.getContext("2d");
    const draw = () => {
      const time = performance.now() / 1000;
      const wall = context.createLinearGradient(0, 0, 1280, 720);
      wall.addColorStop(0, `oklch(0.86 0.05 ${hue})`);
      wall.addColorStop(1, `oklch(0.62 0.09 ${hue + 30})`);
      context.fillStyle = wall;
      context.fillRect(0, 0, 1280, 720);
      context.fillStyle = `oklch(0.92 0.04 ${hue + 60} / 0.6)`;
      context.beginPath();
      context.roundRect(880, 90, 240, 300, 12);
      context.fill();
      const sway = Math.sin(time * 0.8 + hue) * 8;
      context.fillStyle = `oklch(0.42 0.1 ${hue + 180})`;
      context.beginPath();
      context.ellipse(640 + sway / 2, 800, 330, 300, 0, 0, Math.PI * 2);
      context.fill();
      context.fillStyle = `oklch(0.72 0.07 ${50 + (hue % 30)})`;
      context.beginPath();
      context.roundRect(585 + sway * 0.8, 420, 110, 150, 50);
      context.fill();
      context.beginPath();
      context.ellipse(640 + sway, 330, 118, 148, 0, 0, Math.PI * 2);
      context.fill();
      context.fillStyle = `oklch(0.3 0.05 ${hue + 90})`;
      context.beginPath();
      context.ellipse(640 + sway, 262, 132, 108, 0, Math.PI, Math.PI * 2);
      context.fill();
    };
    draw();
    setInterval(draw, 66);
    for (const track of stream.getVideoTracks()) {
      track.stop();
      stream.removeTrack(track);
    }
    for (const track of canvas.captureStream(15).getVideoTracks()) stream.addTrack(track);
    return stream;
  };
}
