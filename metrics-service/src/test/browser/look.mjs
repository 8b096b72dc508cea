// Looks at the public page in a real Chromium: node look.mjs <address of metrics-service> <directory for screenshots>
// Ends with 1 if axe-core finds a violation, the page asks anybody else for anything, or it is wider than the screen.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const [address, output] = process.argv.slice(2);
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [360, 700, 1440];
const findings = [];

const profile = await mkdtemp(join(tmpdir(), 'vigie-page-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS,
});
try {
  const page = await browser.newPage();
  page.on('request', request => {
    if (!request.url().startsWith(address)) findings.push(`a request to somebody else: ${new URL(request.url()).host}`);
  });
  page.on('pageerror', error => findings.push(`script error: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('404')) findings.push(`console: ${message.text()}`);
  });
  for (const language of ['fr', 'en']) {
    for (const [name, path] of await pages(page, language)) {
      for (const width of name === 'latest' ? WIDTHS : [WIDTHS[0]]) {
        for (const colorScheme of name === 'latest' ? ['light', 'dark'] : ['light']) {
          await look(page, `${language}-${name}-${width}-${colorScheme}`, path, width, colorScheme);
        }
      }
    }
    await keyboard(page, language);
    await print(page, language);
  }
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}
findings.forEach(finding => console.log(finding));
console.log(findings.length === 0 ? 'nothing to complain about' : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;

/** The latest publication, sorted another way, an older one, and one that does not exist. */
async function pages(page, language) {
  await page.goto(`${address}/${language}`);
  const older = await page.locator('#others + ul a').first().getAttribute('href');
  return [
    ['latest', `/${language}`],
    ['by-name', `/${language}?sort=provider`],
    ['older', older],
    ['unknown', `/${language}/2001-01--2001-02/1`],
  ];
}

async function look(page, name, path, width, colorScheme) {
  await page.emulateMedia({ colorScheme, media: 'screen' });
  await page.setViewportSize({ width, height: width < 500 ? 740 : 900 });
  await page.goto(address + path);
  await page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
  await parts(page, name);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) findings.push(`${name}: ${wider} px wider than the screen`);
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    tags => axe.run(document, { runOnly: { type: 'tag', values: tags } }), RULES);
  console.log(`${name}: ${passes.length} rules passed, ${violations.length} violated`);
  for (const { id, help, nodes } of violations) {
    findings.push(`${name}: ${id}: ${help}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join('; ')}`);
  }
}

/** What fills one screen, at its full size: the full page is too tall to be looked at closely. */
async function parts(page, name) {
  if (!name.includes('-latest-')) return;
  await page.screenshot({ path: join(output, `${name}-top.png`) });
  for (const part of ['named', 'curves']) {
    await page.evaluate(id => document.getElementById(id).scrollIntoView(), part);
    await page.screenshot({ path: join(output, `${name}-${part}.png`) });
  }
}

/** The skip link comes first, and the table can be scrolled without a mouse. */
async function keyboard(page, language) {
  await page.setViewportSize({ width: 700, height: 740 });
  await page.goto(`${address}/${language}`);
  await page.keyboard.press('Tab');
  if (!await page.evaluate(() => document.activeElement.matches('.skip'))) findings.push('the skip link is not first');
  await page.locator('.scroll').first().focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('.scroll').scrollLeft > 0, null, { timeout: 5000 })
    .catch(() => findings.push('the table does not scroll by keyboard'));
}

async function print(page, language) {
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.goto(`${address}/${language}`);
  await page.pdf({ path: join(output, `${language}.pdf`), format: 'A4' });
  await page.screenshot({ path: join(output, `${language}-print.png`), fullPage: true });
}
