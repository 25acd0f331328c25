import { Canvas } from './canvas.mjs';

/** Lines over an axis; each has its name beside it, and they differ in dashes as well as in colour. */
export function chart({ x, y, lines = [], levels = [], marks = [], left = 130, width = 1200, height = 480 }) {
  const canvas = new Canvas(width, height);
  const [top, bottom, right] = [50, height - 84, width - 30];
  const px = (value) => left + ((value - x.from) / (x.to - x.from)) * (right - left);
  const py = (value) => bottom - ((value - y.from) / (y.to - y.from)) * (bottom - top);
  canvas.line([[left, top - 20], [left, bottom], [right, bottom]], { tone: 'soft' });
  for (const tick of x.ticks ?? []) canvas.text([px(tick), bottom + 36], `${tick}${x.unit ?? ''}`, { tone: 'soft' });
  for (const tick of y.ticks ?? []) canvas.text([left - 14, py(tick) + 10], `${tick}${y.unit ?? ''}`, { tone: 'soft', anchor: 'end' });
  canvas.text([right, height - 12], x.text, { tone: 'soft', anchor: 'end' });
  canvas.text([left, 26], y.text, { tone: 'soft', anchor: 'start' });
  for (const { at, text, side = 1, x: where } of levels) {
    canvas.line([[left, py(at)], [right, py(at)]], { tone: 'warm', dash: true, thick: 3 });
    canvas.label([where === undefined ? right - text.length * 9 : px(where), py(at) + 24 * side], text, { tone: 'warm' });
  }
  for (const { points, tone = 'blue', dash, text, at } of lines) {
    canvas.line(points.map(([a, b]) => [px(a), py(b)]), { tone, dash, thick: 6 });
    if (text) canvas.label([px(at[0]), py(at[1])], text, { tone, bold: true });
  }
  for (const { at, text, tone = 'ink' } of marks) canvas.label([px(at[0]), py(at[1])], text, { tone, bold: true });
  return canvas;
}
