// Renders the decks as HTML and PDF, and what is printed as PDF, into rendered/. Each file is complete in itself.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { marpCli } from '@marp-team/marp-cli';
import { decks, root, sheets } from './documents.mjs';

process.chdir(root);
// Decks are ours: a browser without its sandbox, which is none in a container or as root, does no harm.
process.env.CHROME_NO_SANDBOX ??= '1';
rmSync('rendered', { recursive: true, force: true });

const render = async (file, kind, ...more) => {
  const output = `rendered/${file.replace('.md', `.${kind}`)}`;
  const code = await marpCli(['--config-file', 'tool/marp.config.mjs', '--output', output, ...more, file]);
  if (code !== 0) process.exit(code);
};

// The way in, for whoever opens the directory.
const title = (document) => /^title: (.*)$/m.exec(readFileSync(document, 'utf8'))[1];
const link = (path, words) => `<a href="${path}">${words}</a>`;
const deck = (file) => `<li>${link(file.replace('.md', '.html'), title(file))} (${link(file.replace('.md', '.pdf'), 'PDF')})</li>`;
const sheet = (file) => `<li>${link(file.replace('.md', '.pdf'), title(file))}</li>`;
const index = () => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Edgecraft, the slides</title>
<style>:root{color-scheme:light dark}body{font:20px/1.6 system-ui,sans-serif;margin:2em auto;max-width:40em;padding:0 1em}</style>
<h1>Edgecraft, the slides</h1>
<p>In a deck: arrows go on and back, <kbd>f</kbd> fills the screen, <kbd>p</kbd> opens the presenter's view with notes.</p>
<ol start="0">${decks.map(deck).join('')}</ol>
<h2>To print</h2>
<ul>${sheets.map(sheet).join('')}</ul>
</html>
`;

for (const file of decks) {
  await render(file, 'html');
  await render(file, 'pdf', '--pdf', '--pdf-notes');
}
for (const file of sheets) await render(file, 'pdf', '--pdf');
writeFileSync('rendered/index.html', index());
