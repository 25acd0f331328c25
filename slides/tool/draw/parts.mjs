import { Canvas, SIZE, width as widthOf } from './canvas.mjs';

const ROW = 112;

/** A long text taken apart: rows of pieces, each with its name below a bracket. */
export function parts({ rows, width = 1200, size = SIZE }) {
  const canvas = new Canvas(width, rows.length * ROW + 4);
  rows.forEach((pieces, row) => {
    const y = 34 + row * ROW;
    let x = 12;
    for (const { text, name, tone = 'ink' } of pieces) {
      const long = widthOf(text, size, true);
      canvas.text([x, y], text, { anchor: 'start', mono: true, tone, size });
      if (name) {
        canvas.line([[x + 3, y + 12], [x + 3, y + 22], [x + long - 3, y + 22], [x + long - 3, y + 12]], { tone, thick: 3 });
        canvas.text([x + long / 2, y + 54], name, { tone, bold: true });
      }
      x += long;
    }
  });
  return canvas;
}
