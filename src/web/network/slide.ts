import type Sigma from 'sigma';

/**
 * Moves what is drawn as a picture while the camera moves, and has it drawn anew when the camera rests: to draw thousands of
 * nodes in each frame is too much for a machine without a graphics card.
 * @param wanted whether the network is large enough; a small one is drawn in each frame
 */
export function slideWhileMoving(renderer: Sigma, wanted: () => boolean): void {
  const camera = renderer.getCamera();
  let drawn = camera.getState();
  let rest: ReturnType<typeof setTimeout> | undefined;
  const layers = () => Object.entries(renderer.getCanvases()).filter(([name]) => name !== 'mouse');

  function slide(): void {
    const [from, to] = [drawn, camera.getState()].map((cameraState) =>
      [0, 1].map((at) => renderer.framedGraphToViewport({ x: at, y: at }, { cameraState })),
    ) as [[Point, Point], [Point, Point]];
    const scale = (to[1].x - to[0].x) / (from[1].x - from[0].x);
    const [x, y] = [to[0].x - scale * from[0].x, to[0].y - scale * from[0].y];
    for (const [name, { style }] of layers()) {
      // What is hovered stands elsewhere by now.
      if (name.startsWith('hover')) style.visibility = 'hidden';
      style.transformOrigin = '0 0';
      style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    }
    clearTimeout(rest);
    rest = setTimeout(() => renderer.scheduleRender(), REST_MS);
  }

  renderer.on('afterRender', () => {
    drawn = camera.getState();
    clearTimeout(rest);
    for (const [, { style }] of layers()) {
      style.visibility = '';
      style.transform = '';
    }
  });
  // Sigma's own listener draws in each frame.
  camera.removeAllListeners('updated');
  camera.on('updated', () => (wanted() ? slide() : renderer.scheduleRender()));
}

// --- internal ---

/** Milliseconds without a move. */
const REST_MS = 120;

interface Point {
  readonly x: number;
  readonly y: number;
}
