// What every run in a real Chromium does: one browser, pages that ask nobody else for anything, and a look at each with
// axe-core. Whatever is wrong is in findings.
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const findings = [];

/** Runs with a browser, prints what was found, and ends with 1 if anything was. */
export async function withBrowser(run) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS,
  });
  try {
    await run(browser);
  } catch (failure) {
    findings.push(`did not get to the end: ${failure}`);
  } finally {
    await browser.close();
  }
  findings.forEach(finding => console.log(finding));
  console.log(findings.length === 0 ? 'nothing to complain about' : `${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

export async function opened(context, address) {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000); // Two hundred lines are checked on a machine with other work.
  page.on('request', request => {
    if (!request.url().startsWith(address)) findings.push(`a request to somebody else: ${new URL(request.url()).host}`);
  });
  page.on('console', message => {
    if (message.type() === 'error' && !/40[0-9]|41[0-9]|422/.test(message.text())) findings.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => findings.push(`script: ${error}`));
  return page;
}

/** Takes a picture of the page as it is. */
export async function picture(page, name, output) {
  await page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) findings.push(`${name}: ${wider} px wider than the screen`);
}

/** Takes a picture, and looks at the page with axe-core, which needs scripts: without them it would never answer. */
export async function look(page, name, output) {
  await picture(page, name, output);
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    tags => axe.run(document, { runOnly: { type: 'tag', values: tags } }), RULES);
  console.log(`${name}: ${passes.length} rules passed, ${violations.length} violated`);
  for (const { id, help, nodes } of violations) {
    findings.push(`${name}: ${id}: ${help}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join('; ')}`);
  }
}

/** By keyboard alone, from where the focus is. */
export async function tabTo(page, selector) {
  for (let pressed = 0; pressed < 150; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(wanted => document.activeElement.matches(wanted), selector)) return;
  }
  throw new Error(`the keyboard does not get to ${selector} at ${new URL(page.url()).pathname}`);
}

/** Chooses one of several by keyboard alone: to the group, then with the arrows, as browsers have it. */
export async function pick(page, name, value) {
  await tabTo(page, `[name=${name}]`);
  for (let pressed = 0; pressed < 20; pressed++) {
    const at = await page.evaluate(() => [document.activeElement.value, document.activeElement.checked]);
    if (at[0] === value && at[1]) return;
    await page.keyboard.press(at[0] === value ? 'Space' : 'ArrowDown');
  }
  throw new Error(`the keyboard does not choose ${value} of ${name} at ${new URL(page.url()).pathname}`);
}

export async function expect(page, step, words) {
  if (await page.getByText(words).count() === 0) findings.push(`${step}: does not say "${words}"`);
}

export async function refuse(page, step, words) {
  if (await page.getByText(words).count() > 0) findings.push(`${step}: says "${words}"`);
}
