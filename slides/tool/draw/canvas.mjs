// A sheet to draw on. Its colours are variables with two sets of values, so that one file is right in light and in dark;
// nothing is said by colour alone, since lines are dashed and boxes have words as well.

/** Units of a diagram's text: a diagram is 1,200 wide and about as wide as a slide, so this is read from the back row. */
export const SIZE = 28;

/** What a letter is wide, at most, as a share of its size. */
const LETTER = { sans: 0.56, mono: 0.61 };

const STYLE = `
.d{--paper:#fff;--ink:#18212f;--soft:#536073;--box:#eef3f9;--blue:#0a5aa8;--good:#17703c;--bad:#b0231b;--warm:#7d4d00;
font-family:Inter,"Inter Variable","Segoe UI",system-ui,sans-serif}
.d .mono{font-family:"JetBrains Mono Variable","JetBrains Mono",Consolas,Menlo,monospace;font-variant-ligatures:none}
.d .bold{font-weight:650}
@media (prefers-color-scheme:dark){.d{--paper:#10171f;--ink:#eef2f8;--soft:#aeb9c9;--box:#1e2936;--blue:#8cc4ff;--good:#83d8a0;--bad:#ffa199;--warm:#f4c675}}`;

const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const list = (text) => (Array.isArray(text) ? text : [text]);

export class Canvas {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.shapes = [];
  }

  rect([x, y], [w, h], { tone = 'soft', fill = 'box', dash = false, round = 12 } = {}) {
    const dashes = dash ? ' stroke-dasharray="10 8"' : '';
    this.shapes.push(
      `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${fill === 'none' ? 'none' : `var(--${fill})`}" stroke="var(--${tone})" stroke-width="3"${dashes}/>`,
    );
  }

  /** Text whose first base line is at y; several lines if it is a list. */
  text([x, y], text, { tone = 'ink', anchor = 'middle', size = SIZE, mono = false, bold = false } = {}) {
    const kinds = [mono && 'mono', bold && 'bold'].filter(Boolean).join(' ');
    list(text).forEach((line, i) =>
      this.shapes.push(
        `<text x="${x}" y="${y + i * size * 1.25}" font-size="${size}" text-anchor="${anchor}" fill="var(--${tone})"${kinds && ` class="${kinds}"`} xml:space="preserve">${escaped(line)}</text>`,
      ),
    );
  }

  /** Text around a centre. */
  centred([x, y], text, options = {}) {
    const size = options.size ?? SIZE;
    this.text([x, y + size * 0.35 - ((list(text).length - 1) * size * 1.25) / 2], text, options);
  }

  /** Text around a centre, on paper, so that a line may run behind it. */
  label([x, y], text, options = {}) {
    const lines = list(text);
    const size = options.size ?? SIZE;
    const w = Math.max(...lines.map((line) => width(line, size, options.mono))) + 12;
    const h = lines.length * size * 1.25;
    this.shapes.push(`<rect x="${x - w / 2}" y="${y - h / 2}" width="${w}" height="${h}" fill="var(--paper)"/>`);
    this.centred([x, y], lines, options);
  }

  line(points, { tone = 'ink', dash = false, thick = 4 } = {}) {
    const dashes = dash ? ' stroke-dasharray="12 9"' : '';
    this.shapes.push(
      `<polyline points="${points.map((p) => p.join(',')).join(' ')}" fill="none" stroke="var(--${tone})" stroke-width="${thick}"${dashes}/>`,
    );
  }

  arrow([x1, y1], [x2, y2], options = {}) {
    const { tone = 'ink' } = options;
    const length = Math.hypot(x2 - x1, y2 - y1);
    const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
    const [bx, by] = [x2 - dx * 18, y2 - dy * 18];
    this.line([[x1, y1], [bx, by]], options);
    this.shapes.push(
      `<polygon points="${x2},${y2} ${bx - dy * 10},${by + dx * 10} ${bx + dy * 10},${by - dx * 10}" fill="var(--${tone})"/>`,
    );
  }

  /** The drawing, with what a screen reader says of it. */
  svg(name, title, description) {
    return `<svg xmlns="http://www.w3.org/2000/svg" class="d" viewBox="0 0 ${this.width} ${this.height}" role="img" aria-labelledby="${name}-title ${name}-text">
<title id="${name}-title">${escaped(title)}</title>
<desc id="${name}-text">${escaped(description)}</desc>
<style>${STYLE}</style>
<rect width="${this.width}" height="${this.height}" fill="var(--paper)"/>
${this.shapes.join('\n')}
</svg>
`;
  }
}

/** About how wide a text is. */
export function width(text, size = SIZE, mono = false) {
  return String(text).length * size * (mono ? LETTER.mono : LETTER.sans);
}
