// Uses the reply page in a real Chromium, first without JavaScript, then looks at every page of it:
//   node look.mjs ADDRESS LINK CODE EXPIRED_LINK ALTERED_LINK REFERENCE DIRECTORY_FOR_SCREENSHOTS
// Links are paths. Ends with 1 if a step fails, axe-core finds a violation, the page asks anybody else for anything, or
// it is wider than the screen.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const [address, link, code, expired, altered, reference, output] = process.argv.slice(2);
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const findings = [];
const profile = await mkdtemp(join(tmpdir(), 'vigie-reply-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS,
});
try {
  const cookies = await answerWithoutScripts();
  for (const [width, height] of [[360, 740], [1440, 900]]) {
    for (const colorScheme of ['light', 'dark']) {
      await lookAtEverything(width, height, colorScheme, cookies);
    }
  }
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}
findings.forEach(finding => console.log(finding));
console.log(findings.length === 0 ? 'nothing to complain about' : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;

/** The whole way as a desk goes it, on a telephone, with scripts switched off. */
async function answerWithoutScripts() {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await opened(context);
  await page.goto(`${address}${link}?lang=en`);
  await expect(page, 'locked', 'Show that the notice was sent to you');
  await refuse(page, 'locked', 'hxxp');
  await page.getByLabel('The code, eight digits').fill('0000 0000');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page, 'wrong code', 'not the code that was sent last');
  await page.getByLabel('The code, eight digits').fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page, 'right code', 'Where it is');
  await page.getByLabel('More, if there is more to say').fill('Ticket 4711');
  const form = page.url();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page, 'answered', 'Your answer is recorded.');
  await expect(page, 'answered', 'We check at once.');
  await page.goBack();
  if (page.url() === form) await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page, 'answered again', 'Your answer is recorded.');
  const answers = await page.locator('#answered + ul > li').count();
  if (answers !== 1) findings.push(`a form sent twice made ${answers} answers`);
  await page.goto(`${address}${expired}`);
  await expect(page, 'expired', /expired|expiré/);
  await page.goto(`${address}${altered}`);
  await expect(page, 'altered', /never made this link|pas de nous/);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

async function lookAtEverything(width, height, colorScheme, cookies) {
  for (const language of ['fr', 'en']) {
    const locked = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await opened(locked);
    await look(page, `${language}-locked-${width}-${colorScheme}`, `${link}?lang=${language}&said=wrong_code`);
    await look(page, `${language}-expired-${width}-${colorScheme}`, `${expired}?lang=${language}`);
    await look(page, `${language}-verify-${width}-${colorScheme}`, `/verify?lang=${language}&reference=${reference}`);
    await locked.close();
    const proven = await browser.newContext({ viewport: { width, height }, colorScheme });
    await proven.addCookies(cookies);
    await look(await opened(proven), `${language}-open-${width}-${colorScheme}`, `${link}?lang=${language}&said=answered`);
    await proven.close();
  }
}

async function opened(context) {
  const page = await context.newPage();
  page.on('request', request => {
    if (!request.url().startsWith(address)) findings.push(`a request to somebody else: ${new URL(request.url()).host}`);
  });
  page.on('console', message => {
    if (message.type() === 'error' && !/40[0-9]|410/.test(message.text())) findings.push(`console: ${message.text()}`);
  });
  return page;
}

async function look(page, name, path) {
  await page.goto(address + path);
  await page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
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

async function expect(page, step, words) {
  if (await page.getByText(words).count() === 0) findings.push(`${step}: does not say "${words}"`);
}

async function refuse(page, step, words) {
  if (await page.getByText(words).count() > 0) findings.push(`${step}: says "${words}"`);
}
