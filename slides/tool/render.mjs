// Renders the decks as HTML and PDF, and what is printed as PDF, into rendered/. Each file is complete in itself.
import { rmSync } from 'node:fs';
import { marpCli } from '@marp-team/marp-cli';
import { decks, root, sheets } from './documents.mjs';

process.chdir(root);
// Decks are ours: a browser without its sandbox, which is none in a container or as root, does no harm.
process.env.CHROME_NO_SANDBOX ??= '1';
rmSync('rendered', { recursive: true, force: true });

const render = async (files, output, ...more) => {
  const code = await marpCli(['--config-file', 'tool/marp.config.mjs', '--output', output, ...more, ...files]);
  if (code !== 0) process.exit(code);
};

await render(decks, 'rendered');
await render(decks, 'rendered', '--pdf', '--pdf-notes');
await render(sheets.filter((sheet) => sheet.startsWith('handouts/')), 'rendered/handouts', '--pdf');
await render(['poster.md'], 'rendered/poster.pdf', '--pdf');
