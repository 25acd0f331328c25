import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { decks, root, sheets } from '../documents.mjs';
import { browser } from './look.mjs';

let open;
before(async () => {
  open = await browser();
});
after(() => open.close());

const rendered = (document, kind) => `${root}rendered/${document.replace('.md', `.${kind}`)}`;

for (const deck of decks) {
  test(`${deck} is one file, with its notes in it, that asks for nothing else`, async () => {
    const file = rendered(deck, 'html');
    assert.ok(existsSync(file), 'run first: npm run render');
    assert.ok(readFileSync(file, 'utf8').includes('Often wrong'), 'the presenter has no notes');
    const page = await open.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    await page.close();
    assert.deepEqual(asked.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:')), [pathToFileURL(file).href]);
  });
}

for (const document of [...decks, ...sheets]) {
  test(`${document} can be printed`, () => {
    assert.equal(readFileSync(rendered(document, 'pdf')).subarray(0, 5).toString(), '%PDF-', 'run first: npm run render');
  });
}
