import { Canvas } from './canvas.mjs';

const ROW = 74;

/** One bar for each figure, with the figure in words beside it. */
export function bars({ rows, left = 330, most, width = 1200 }) {
  const canvas = new Canvas(width, rows.length * ROW + 10);
  const full = most ?? Math.max(...rows.map((row) => row.value));
  rows.forEach(({ text, value, words, tone = 'blue', dash }, row) => {
    const y = 8 + row * ROW;
    const long = Math.max(10, (value / full) * (width - left - 330));
    canvas.text([left - 18, y + 38], text, { anchor: 'end', bold: true });
    canvas.rect([left, y], [long, 54], { tone, dash, round: 4 });
    canvas.text([left + long + 16, y + 38], words, { anchor: 'start', tone });
  });
  return canvas;
}
