// The suspects' queue and intake in a real Chromium by keyboard alone, with scripts and without.
//   node suspects.mjs WHAT.json DIRECTORY
// The first names the address and the cookies of two people; twenty suspects must wait.
import { readFile } from 'node:fs/promises';
import { expect, findings, look, opened, pick, picture, refuse, tabTo, withBrowser } from './page.mjs';

const [what, output] = process.argv.slice(2);
const { address, cookies } = JSON.parse(await readFile(what, 'utf8'));
const SIZES = { scripts: { width: 1440, height: 900 }, plain: { width: 360, height: 740 } };
const NAMES = ['BASELINE_ACT', 'BASELINE_EXHIBITION', 'NATIONAL_ACT', 'NATIONAL_EXHIBITION', 'NOT_ILLEGAL', 'CANNOT_ASSESS'];

await withBrowser(async browser => {
  for (const mode of ['scripts', 'plain']) {
    await theQueue(browser, mode);
    await saidInFull(browser, mode);
    await somebodyWasFaster(browser, mode);
    await signedOutAtASuspect(browser, mode);
    await manyLines(browser, mode);
    await signedOutAtLines(browser, mode);
  }
  await noFileIsOpened(browser);
});

async function signedIn(browser, who, mode, path) {
  const context = await browser.newContext({ javaScriptEnabled: mode === 'scripts', viewport: SIZES[mode] });
  await signIn(context, who);
  const page = await opened(context, address);
  await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=en`);
  return page;
}

async function signIn(context, who) {
  const [name, value] = cookies[who].split(/=(.*)/s);
  await context.addCookies([{ name, value, url: address }]);
}

/** Of each page once with axe-core; without scripts only what it looks like. */
async function seen(page, name, mode) {
  await (mode === 'scripts' ? look : picture)(page, `${name}-${mode}`, output);
}

/** Presses a key that leads to another page. */
async function go(page, key = 'Enter') {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
}

async function press(page, selector) {
  await tabTo(page, selector);
  await go(page);
}

/** A suspect of the queue, with its form open. */
async function aSuspect(browser, mode) {
  const page = await signedIn(browser, 'bea', mode, '/desk?kind=CLASSIFY');
  if (mode === 'scripts') await go(page, 'n'); else await press(page, '#next button');
  await expect(page, 'a suspect', 'Decide whether the content is illegal');
  await refuse(page, 'a suspect', 'https://');
  if (await page.locator('main :is(img, video, audio, iframe, object, embed)').count() > 0) findings.push('a suspect is shown');
  return page;
}

/** One after the other, each with another of the usual answers. */
async function theQueue(browser, mode) {
  const page = await aSuspect(browser, mode);
  await seen(page, 'suspect', mode);
  for (const [at, usual] of NAMES.entries()) {
    const before = page.url();
    if (mode === 'scripts') {
      await page.keyboard.press(`${at + 1}`);
    } else {
      await press(page, 'a.skip[href="#decisions"]');
      await pick(page, 'usual', usual);
    }
    await go(page);
    await expect(page, usual, 'That is recorded. This is the next task.');
    await expect(page, usual, 'Decide whether the content is illegal');
    if (page.url() === before) findings.push(`${usual} leads nowhere`);
  }
  await page.context().close();
}

/** What is none of the usual answers, word by word. */
async function saidInFull(browser, mode) {
  const page = await aSuspect(browser, mode);
  const at = new URL(page.url()).pathname;
  await tabTo(page, 'form[action$="/classification"] summary');
  await page.keyboard.press('Enter');
  await pick(page, 'verification', 'VERIFIED');
  await pick(page, 'scheme', 'INTERPOL');
  await pick(page, 'category', 'CSAM');
  await pick(page, 'maturation', 'POSTPUBESCENT');
  await pick(page, 'act', 'OTHER');
  await tabTo(page, '[name=reason]');
  await page.keyboard.type('as seen in the report');
  await go(page);
  await page.goto(`${address}${at}?lang=en`);
  await expect(page, 'in full', /Verified/);
  await expect(page, 'in full', 'as seen in the report');
  await page.context().close();
}

/** Two people at one suspect: the second is told, keeps what they said, and may say it all the same. */
async function somebodyWasFaster(browser, mode) {
  const page = await aSuspect(browser, mode);
  const at = new URL(page.url()).pathname;
  const carl = await signedIn(browser, 'carl', mode, at);
  await carl.locator('details:has(> form[action$="/classification"]) > summary').press('Enter');
  await pick(carl, 'usual', 'NATIONAL_ACT');
  await go(carl);
  await expect(carl, 'the faster one', 'It is recorded.');
  await carl.context().close();

  await pick(page, 'usual', 'BASELINE_ACT');
  await tabTo(page, '[name=reason]');
  await page.keyboard.type('clearly');
  await go(page);
  await expect(page, 'overtaken', 'The case changed since you read it');
  await seen(page, 'suspect-overtaken', mode);
  const form = page.locator('form[action$="/classification"]');
  if (!await form.locator('[value=BASELINE_ACT]').isChecked()) findings.push('a conflict loses what was chosen');
  if (await form.locator('[name=reason]').inputValue() !== 'clearly') findings.push('a conflict loses what was typed');
  await tabTo(page, 'form[action$="/classification"] [name=reason]');
  await go(page);
  await expect(page, 'all the same', 'That is recorded.');
  await page.context().close();
}

async function signedOutAtASuspect(browser, mode) {
  const page = await aSuspect(browser, mode);
  await pick(page, 'usual', 'NATIONAL_EXHIBITION');
  await tabTo(page, '[name=reason]');
  await page.keyboard.type('a long reason');
  await sendAgain(page, 'bea', 'a long reason', mode);
  await expect(page, 'after all', 'That is recorded.');
  await page.context().close();
}

/** The form in focus goes off without a session, is kept, and is sent once there is one again. */
async function sendAgain(page, who, typed, mode) {
  await page.context().clearCookies();
  await go(page);
  await expect(page, 'signed out', 'Nothing that you typed is lost');
  await expect(page, 'signed out', typed);
  await seen(page, 'signed-out', mode);
  await signIn(page.context(), who);
  await press(page, 'main button');
  await expect(page, 'to be confirmed', 'You have signed in anew');
  await expect(page, 'to be confirmed', typed);
  await press(page, 'main button');
}

/** As many as there may be, one too many, media among them, and one that somebody else files meanwhile. */
async function manyLines(browser, mode) {
  const page = await signedIn(browser, 'bea', mode, '/desk/intake');
  const lines = Array.from({ length: 198 }, (_, at) => `hxxps://${mode}-many[.]test/${at}.jpg`);
  const contested = `https://${mode}-contested.test/a.jpg`;
  await tabTo(page, '#lines');
  await page.keyboard.insertText([contested, ...lines, 'data:image/png;base64,AAAA', 'https://one.test/too-many'].join('\n'));
  await checked(page, mode);
  await page.locator('#becomes-sum', { hasText: 'At most 200 lines' }).waitFor();
  await removeTheLast(page);
  await checked(page, mode);
  await page.locator('#becomes-list li').nth(199).waitFor();
  await expect(page, 'checked', '199 new');
  await expect(page, 'no media', 'Vigie never takes one');
  await seen(page, 'intake-200', mode);

  const carl = await signedIn(browser, 'carl', mode, '/desk/intake');
  await tabTo(carl, '#lines');
  await carl.keyboard.insertText(contested);
  await press(carl, 'form[action$="/intake"] > button:not([formaction])');
  await expect(carl, 'the faster one', 'All lines are filed.');
  await carl.context().close();

  await tabTo(page, 'form[action$="/intake"] > button:not([formaction])');
  await go(page);
  await expect(page, 'filed', '199 filed');
  await expect(page, 'filed by somebody else meanwhile', 'was there before');
  if (await page.locator('#lines').inputValue() !== 'data:image/png;base64,AAAA') findings.push('what is left is something else');
  await seen(page, 'intake-left', mode);
  await page.context().close();
}

async function removeTheLast(page) {
  await page.locator('#lines').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Backspace');
}

/** By the script as one types, or by its button. */
async function checked(page, mode) {
  if (mode === 'plain') await press(page, 'button[formaction$="/check"]');
}

async function signedOutAtLines(browser, mode) {
  const page = await signedIn(browser, 'bea', mode, '/desk/intake');
  const lines = `https://${mode}-ended.test/a.jpg\nhttps://${mode}-ended.test/b.jpg`;
  await tabTo(page, '#lines');
  await page.keyboard.insertText(lines);
  if (mode === 'scripts') {
    await page.locator('#becomes-list li').nth(1).waitFor();
    await page.context().clearCookies();
    await page.keyboard.type(' ');
    await page.locator('#becomes-sum', { hasText: 'You are signed out' }).waitFor();
  }
  await tabTo(page, '[name=partner_reference], details:has([name=partner_reference]) > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '[name=partner_reference]');
  await page.keyboard.type('their 4711');
  await tabTo(page, 'form[action$="/intake"] > button:not([formaction])');
  await sendAgain(page, 'bea', 'their 4711', mode);
  await expect(page, 'filed after all', '2 filed');
  await page.context().close();
}

/** An image that is dropped on a page would be seen in its place. */
async function noFileIsOpened(browser) {
  const page = await signedIn(browser, 'bea', 'scripts', '/desk/intake');
  const opens = await page.locator('#lines').evaluate(lines => {
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
    return ['dragover', 'drop'].filter(what =>
      lines.dispatchEvent(new DragEvent(what, { dataTransfer: files, bubbles: true, cancelable: true })));
  });
  if (opens.length > 0) findings.push(`a file is opened after ${opens}`);
  await page.context().close();
}
