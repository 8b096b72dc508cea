// Takes a picture of each page of the desk, in both languages, narrow and wide, light and dark, and without scripts:
//   node gallery.mjs WHAT.json DIRECTORY
// The first names the address, cookies by who has them, and for each picture whose page it is and where.
import { readFile } from 'node:fs/promises';
import { findings, look, opened, picture, withBrowser } from './page.mjs';

const [what, output] = process.argv.slice(2);
const { address, cookies, pages } = JSON.parse(await readFile(what, 'utf8'));
const LOOKS = [
  { language: 'en', width: 1440, colorScheme: 'light' },
  { language: 'en', width: 360, colorScheme: 'dark' },
  { language: 'fr', width: 1440, colorScheme: 'dark' },
  { language: 'fr', width: 360, colorScheme: 'light' },
  { language: 'fr', width: 360, colorScheme: 'light', javaScriptEnabled: false },
];
const heights = new Map();

await withBrowser(async browser => {
  for (const one of LOOKS) {
    for (const who of new Set(Object.values(pages).map(page => page.who))) await lookAs(browser, who, one);
  }
});

async function lookAs(browser, who, { language, width, colorScheme, javaScriptEnabled = true }) {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const viewport = { width, height: width === 360 ? 740 : 900 };
  const context = await browser.newContext({ viewport, colorScheme, locale, javaScriptEnabled });
  if (cookies[who]) {
    const [name, value] = cookies[who].split(/=(.*)/s);
    await context.addCookies([{ name, value, url: address }]);
  }
  const page = await opened(context, address);
  for (const [name, { path }] of Object.entries(pages).filter(([, one]) => one.who === who)) {
    await page.goto(address + path);
    const as = `${name}-${language}-${width}-${colorScheme}`;
    const spoken = await page.evaluate(() => document.documentElement.lang);
    if (spoken !== language) findings.push(`${as}: speaks ${spoken}`);
    const untold = await page.evaluate(() => {
      const body = document.body.cloneNode(true);
      body.querySelectorAll('pre').forEach(letter => letter.remove());
      return body.textContent.match(/\?\?[^?]+\?\?|\b[A-Z]{3,}(?:_[A-Z]{2,})+\b/)?.[0];
    });
    if (untold) findings.push(`${as}: says ${untold}`);
    await (javaScriptEnabled ? look(page, as, output) : picture(page, `${as}-plain`, output));
    sameWithoutScripts(as, await page.evaluate(() => document.querySelector('main').offsetHeight));
  }
  await context.close();
}

/** What scripts add moves nothing. */
function sameWithoutScripts(as, height) {
  if (Math.abs((heights.get(as) ?? height) - height) > 1) findings.push(`${as}: looks otherwise without scripts`);
  heights.set(as, height);
}
