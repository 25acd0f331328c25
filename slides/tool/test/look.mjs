// Looks at a document as a browser shows it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { root } from '../documents.mjs';
import { engine } from '../engine.mjs';
import { findings } from './findings.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The browser that decks are looked at with: Debian's, unless CHROME_PATH names another. */
export const browser = () => chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: QUIET });

/** A document as HTML and CSS, its pages in that size, or in the one that it names. */
export function rendered(document, size) {
  const text = readFileSync(root + document, 'utf8').replace(/^size: .*$/m, (line) => (size ? `size: "${size}"` : line));
  return engine({ inlineSVG: false, script: false }).render(text);
}

/**
 * What is wrong with the pages of a document, in words; nothing if all is well.
 *
 * @param scheme light or dark
 * @param least the least size of letters, in pixels
 */
export async function lookAt(browser, { html, css }, { scheme, least }) {
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 2400, height: 1600 } });
  try {
    await page.setContent(`<!doctype html><html lang="en"><title>Slides</title><style>${css}</style><main>${html}</main>`);
    await page.evaluate(() => document.fonts.ready);
    await page.addScriptTag({ content: axe });
    const seen = await page.evaluate(findings, least);
    const { violations } = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }));
    return seen.concat(violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`)));
  } finally {
    await page.close();
  }
}
