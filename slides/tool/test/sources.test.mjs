import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pulled } from '../code.mjs';
import { decks, root, sheets } from '../documents.mjs';
import { drawn, sources } from '../draw.mjs';

const documents = new Map([...decks, ...sheets].map((name) => [name, readFileSync(root + name, 'utf8')]));
const images = [...documents].flatMap(([document, text]) =>
  [...text.matchAll(/!\[([^\]]*)\]\((?:\.\.\/)?diagrams\/([\w-]+)\.svg\)/g)].map(([, alt, name]) => ({ document, alt, name })),
);

for (const [name, source] of sources()) {
  test(`${name}.svg is drawn as its source says`, () => {
    assert.equal(readFileSync(`${root}diagrams/${name}.svg`, 'utf8'), drawn(name, source), 'run: npm run draw');
  });
}

for (const [name, text] of documents) {
  test(`the code in ${name} is that of the sources`, () => {
    assert.equal(text, pulled(text), 'run: npm run draw');
  });
}

test('every diagram shown is there, and every diagram is shown', () => {
  assert.deepEqual([...new Set(images.map(({ name }) => name))].sort(), [...sources().keys()].sort());
});

test('every diagram says in words what it shows', () => {
  assert.deepEqual(images.filter(({ alt }) => alt.length < 30), []);
});
