import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decks, sheets } from '../documents.mjs';
import { browser, lookAt, rendered } from './look.mjs';

let open;
before(async () => {
  open = await browser();
});
after(() => open.close());

for (const deck of decks) {
  for (const size of ['16:9', '4:3']) {
    for (const scheme of ['light', 'dark']) {
      test(`${deck} can be read from the back row, ${size}, ${scheme}`, async () => {
        assert.deepEqual(await lookAt(open, rendered(deck, size), { scheme, least: 20 }), []);
      });
    }
  }
}

for (const sheet of sheets) {
  test(`${sheet} can be read in print, and is one page`, async () => {
    assert.equal(rendered(sheet).html.match(/<section/g).length, 1);
    assert.deepEqual(await lookAt(open, rendered(sheet), { scheme: 'light', least: 12 }), []);
  });
}

test('what is cut off, small, pale or written over is found', async () => {
  const html = `<div class="marpit"><section>
    <p style="color: #bbb; font-size: 12px">small and pale</p>
    <svg class="d" viewBox="0 0 400 100"><rect width="400" height="100" fill="#fff"/>
      <text x="350" y="40">beyond the drawing</text><text x="10" y="40">one</text><text x="12" y="40" fill="#ccc">two</text>
    </svg>
    <p style="margin-top: 700px">far down</p></section></div>`;
  const found = (await lookAt(open, { html, css: rendered(decks[0]).css }, { scheme: 'light', least: 20 })).join('\n');
  for (const what of ['is cut off', 'has letters of 12.0 px', 'color-contrast', 'leaves its drawing', 'is written over', 'has a contrast of']) {
    assert.ok(found.includes(what), `${what} is not in:\n${found}`);
  }
});
