// Draws every diagram: diagrams/NAME.yaml becomes diagrams/NAME.svg.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { bars } from './draw/bars.mjs';
import { chart } from './draw/chart.mjs';
import { flow } from './draw/flow.mjs';
import { parts } from './draw/parts.mjs';
import { sequence } from './draw/sequence.mjs';
import { timeline } from './draw/timeline.mjs';

const KINDS = { bars, chart, flow, parts, sequence, timeline };
const directory = new URL('../diagrams/', import.meta.url);

/** The SVG of a diagram's source. */
export function drawn(name, source) {
  const { kind, title, text, ...what } = parse(source);
  if (!KINDS[kind]) throw new Error(`${name}: there is no kind ${kind}`);
  if (!title || !text) throw new Error(`${name}: it needs a title, and a text for who can't see it`);
  return KINDS[kind](what).svg(name, title, text);
}

/** All sources, by the names of their diagrams. */
export function sources() {
  const names = readdirSync(directory).filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -5));
  return new Map(names.map((name) => [name, readFileSync(new URL(`${name}.yaml`, directory), 'utf8')]));
}

if (import.meta.filename === process.argv[1]) {
  for (const [name, source] of sources()) writeFileSync(new URL(`${name}.svg`, directory), drawn(name, source));
}
