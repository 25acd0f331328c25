import { Canvas } from './canvas.mjs';

/** Boxes where they are put, arrows between them, frames around them, and words. */
export function flow({ boxes = {}, arrows = [], frames = [], words = [], lines = [], width = 1200, height = 480 }) {
  const canvas = new Canvas(width, height);
  for (const { at, size, text, tone = 'soft', dash = true } of frames) {
    canvas.rect(at, size, { tone, dash, fill: 'none', round: 20 });
    if (text) canvas.label([at[0] + size[0] / 2, at[1]], text, { tone, bold: true });
  }
  for (const { points, ...options } of lines) canvas.line(points, options);
  for (const arrow of arrows) draw(canvas, boxes, arrow);
  for (const { at, size = [200, 80], text, tone = 'blue', mono, bold, dash } of Object.values(boxes)) {
    canvas.rect(at, size, { tone, dash });
    canvas.centred([at[0] + size[0] / 2, at[1] + size[1] / 2], text, { mono, bold });
  }
  for (const { at, text, ...options } of words) canvas.label(at, text, options);
  return canvas;
}

function draw(canvas, boxes, { from, to, text, tone = 'ink', dash, shift = 0, label, mono }) {
  const [a, b] = [from, to].map((end) => (Array.isArray(end) ? { at: end, size: [0, 0] } : box(boxes, end)));
  const [ca, cb] = [a, b].map(centre);
  const length = Math.hypot(cb[0] - ca[0], cb[1] - ca[1]);
  const aside = [(-(cb[1] - ca[1]) / length) * shift, ((cb[0] - ca[0]) / length) * shift];
  const moved = ([x, y]) => [x + aside[0], y + aside[1]];
  const start = moved(border(a, cb));
  const end = moved(border(b, ca));
  canvas.arrow(start, end, { tone, dash });
  if (text) canvas.label(label ?? [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - 26], text, { tone, mono });
}

function box(boxes, name) {
  if (!boxes[name]) throw new Error(`there is no box ${name}`);
  const { at, size = [200, 80] } = boxes[name];
  return { at, size };
}

const centre = ({ at, size }) => [at[0] + size[0] / 2, at[1] + size[1] / 2];

/** Where a line from a box's centre to that point leaves the box, and a little further. */
function border(box, [x, y]) {
  const [cx, cy] = centre(box);
  const share = Math.min(
    (box.size[0] / 2) / Math.max(Math.abs(x - cx), 1e-9),
    (box.size[1] / 2) / Math.max(Math.abs(y - cy), 1e-9),
    1,
  );
  const gap = box.size[0] ? 6 / Math.hypot(x - cx, y - cy) : 0;
  return [cx + (x - cx) * (share + gap), cy + (y - cy) * (share + gap)];
}
