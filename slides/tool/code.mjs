// Pulls code into decks: a block that says ```java PATH#NAME has in it what the file says at that name, and nothing else.
import { readFileSync, writeFileSync } from 'node:fs';
import { decks, root, sheets } from './documents.mjs';

const BLOCK = /^```java (\S+)#(\w+)\n([\s\S]*?)^```$/gm;

/** A document with its code as the sources have it now. */
export function pulled(text) {
  return text.replace(BLOCK, (_, path, name) => `\`\`\`java ${path}#${name}\n${region(path, name)}\n\`\`\``);
}

/** The lines from where that name is declared to the end of its body, or to the semicolon if it has none; of a record, its head. */
export function region(path, name) {
  const lines = readFileSync(`${root}../${path}`, 'utf8').split('\n');
  const first = lines.findIndex((line) => new RegExp(`^\\s*(?!\\*|//|return\\b|throw\\b)\\S.*[ >]${name}\\b\\s*(\\(|[={<])`).test(line));
  if (first < 0) throw new Error(`${path} has nothing named ${name}`);
  if (/\brecord\b/.test(lines[first])) return lines.slice(first, lines.findIndex((line, at) => at >= first && /\{\}?$/.test(line)) + 1).join('\n');
  const indent = /^ */.exec(lines[first])[0].length;
  const last = lines.findIndex((line, at) => at >= first && (at === first ? line.endsWith(';') : /^ *}$/.test(line) && line.indexOf('}') === indent));
  const end = last < 0 ? lines.findIndex((line, at) => at >= first && line.endsWith(';')) : last;
  return lines.slice(first, end + 1).map((line) => line.slice(indent)).join('\n');
}

if (import.meta.filename === process.argv[1]) {
  for (const document of [...decks, ...sheets]) {
    const text = readFileSync(root + document, 'utf8');
    writeFileSync(root + document, pulled(text));
  }
}
