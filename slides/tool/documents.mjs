// Which documents there are.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

const numbered = (directory) =>
  readdirSync(`${root}${directory}`).filter((name) => /^\d-.*\.md$/.test(name)).sort().map((name) => directory + name);

/** The decks, in the order in which they are shown. */
export const decks = numbered('');

/** What is printed: a handout for each module, and the poster. */
export const sheets = [...numbered('handouts/'), 'poster.md'];
