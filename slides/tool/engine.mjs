// What Marp is told beside the Markdown: our theme with its fonts in it, and diagrams drawn into the page instead of beside
// it, so that a deck is one file and its drawings have the deck's fonts and can be read by a screen reader.
import { readFileSync } from 'node:fs';
import { Marp } from '@marp-team/marp-core';

const root = new URL('../', import.meta.url);
const file = (path, encoding) => readFileSync(new URL(path, root), encoding);

/** Neither formulas nor emoji: both would be fetched from elsewhere when a deck is shown. */
const options = { math: false, emoji: { shortcode: false, unicode: false } };

const font = (family, path) =>
  `@font-face{font-family:"${family}";font-weight:100 900;src:url(data:font/woff2;base64,${file(`node_modules/@fontsource-variable/${path}`, 'base64')}) format("woff2")}`;

/** A Marp that knows our theme and our diagrams. */
export function engine(more) {
  const marp = new Marp({ ...more, ...options });
  const fonts =
    font('Inter Variable', 'inter/files/inter-latin-wght-normal.woff2') +
    font('JetBrains Mono Variable', 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2');
  marp.themeSet.add(file('theme/edgecraft.css', 'utf8') + fonts);
  return marp.use(diagrams);
}

function diagrams(markdown) {
  const before = markdown.renderer.rules.image;
  markdown.renderer.rules.image = (tokens, index, ...rest) => {
    const name = /([^/]+)\.svg$/.exec(tokens[index].attrGet('src') ?? '')?.[1];
    return name ? file(`diagrams/${name}.svg`, 'utf8').replace(/\n\s*/g, ' ') : before(tokens, index, ...rest);
  };
}
