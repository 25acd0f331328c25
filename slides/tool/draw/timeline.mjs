import { Canvas, width as widthOf } from './canvas.mjs';

const ROW = 76;

/** Bands above an axis, from left to right; `marks` are moments, each with words above the bands. */
export function timeline({ span, rows, marks = [], ticks = [], axis = '', left = 200, width = 1200 }) {
  const levels = 1 + Math.max(-1, ...marks.map((mark) => mark.level ?? 0));
  const top = levels * 42 + 20;
  const bottom = top + rows.length * ROW;
  const canvas = new Canvas(width, bottom + 62);
  const x = (t) => left + ((t - span[0]) / (span[1] - span[0])) * (width - left - 30);
  for (const { at, level = 0, tone = 'warm' } of marks) {
    canvas.line([[x(at), 40 + level * 42], [x(at), bottom]], { tone, dash: true, thick: 3 });
  }
  rows.forEach(({ text, bands }, row) => {
    const y = top + row * ROW;
    canvas.text([left - 18, y + 38], text, { anchor: 'end', bold: true });
    for (const band of bands) {
      canvas.rect([x(band.from), y], [x(band.to) - x(band.from), 56], { tone: band.tone, dash: band.dash, round: 6 });
      canvas.centred([(x(band.from) + x(band.to)) / 2, y + 28], band.text ?? '', { tone: band.tone, mono: band.mono });
    }
  });
  canvas.arrow([left, bottom + 6], [width - 6, bottom + 6], { tone: 'soft' });
  for (const tick of ticks) {
    canvas.line([[x(tick.at), bottom], [x(tick.at), bottom + 14]], { tone: 'soft' });
    canvas.text([x(tick.at), bottom + 46], tick.text, { tone: 'soft' });
  }
  canvas.text([left - 36, bottom + 46], axis, { anchor: 'end', tone: 'soft' });
  for (const { at, text, level = 0, tone = 'warm' } of marks) {
    const y = 28 + level * 42;
    const half = widthOf(text) / 2;
    canvas.label([Math.min(Math.max(x(at), half + 8), width - half - 8), y - 4], text, { tone, bold: true });
  }
  return canvas;
}
