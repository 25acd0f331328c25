import { Canvas } from './canvas.mjs';

const ROW = 58;
const HEAD = 62;

/** Who says what to whom, from top to bottom: `a > b: words`, `a: what it does`, or `gap: time goes by`. */
export function sequence({ lanes, steps, width = 1200 }) {
  const canvas = new Canvas(width, HEAD + 24 + steps.length * ROW);
  const margin = Math.min(width / lanes.length / 2, 200);
  const x = (lane) => {
    const at = lanes.indexOf(lane);
    if (at < 0) throw new Error(`there is no lane ${lane}`);
    return margin + (at * (width - 2 * margin)) / (lanes.length - 1);
  };
  const boxWidth = Math.min(300, (width / lanes.length) * 0.86);
  for (const lane of lanes) {
    canvas.line([[x(lane), HEAD], [x(lane), canvas.height - 6]], { tone: 'soft', thick: 2 });
    canvas.rect([x(lane) - boxWidth / 2, 3], [boxWidth, HEAD - 6], { tone: 'blue' });
    canvas.centred([x(lane), HEAD / 2], lane, { bold: true });
  }
  steps.forEach((step, row) => {
    const [[what, text]] = Object.entries(step);
    const tone = step.tone ?? 'ink';
    const y = HEAD + 44 + row * ROW;
    if (what === 'gap') {
      canvas.line([[0, y - 10], [width, y - 10]], { tone: 'soft', dash: true, thick: 2 });
      canvas.label([width / 2, y - 10], text, { tone: 'warm', bold: true });
    } else if (what.includes(' > ')) {
      const [from, to] = what.split(' > ').map(x);
      canvas.arrow([from, y + 11], [to, y + 11], { tone, dash: step.dash });
      canvas.label([(from + to) / 2, y - 14], text, { tone, mono: step.mono });
    } else {
      canvas.label([x(what), y - 10], text, { tone, bold: true });
    }
  });
  return canvas;
}
