// A day at the desk in a real Chromium, by keyboard alone: every task of a mixed list, from the first to the last; then
// a list of reports, a session that ends in the middle of a form, and two people who take a case back.
//   node day.mjs WHAT.json DIRECTORY
// The first names the address and the cookies of two people. An action is a choice made, a text typed or a button
// pressed; reading and moving about are none. Leaves day.json: how many tasks of each form, and their actions.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, findings, look, opened, refuse, tabTo, withBrowser } from './page.mjs';

const [what, output] = process.argv.slice(2);
const { address, cookies, retract, most } = JSON.parse(await readFile(what, 'utf8'));
const done = {};

/** What a person does with a page that has the form; answers with how many actions that was. */
const HOW = {
  'cases/…/classification': async page => {
    await page.keyboard.press('1');
    await go(page, 'Enter');
    return 2;
  },
  'cases/…/dispute': async page => {
    await choose(page);
    await page.keyboard.press('Tab');
    await page.keyboard.type('The material shows a child.');
    await page.locator('form[action$="/dispute"] > button').first().focus();
    await go(page, 'Enter');
    return 3;
  },
  'cases/…/observations': async page => {
    await choose(page);
    await page.keyboard.press('Tab');
    return 1 + await say(page, 'from a line abroad');
  },
  'cases/…/approvals': async page => {
    await page.keyboard.press('d');
    await page.keyboard.press('Tab');
    return say(page, 'nobody else is left');
  },
  'cases/…/clearances': async page => {
    await page.keyboard.press('d');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    return 1 + await say(page, 'AFP-2026-17');
  },
  'cases/…/holds/…/release': only,
  'cases/…/retraction/approval': only,
  'tasks/…/done': only,
  'notices/…/finding': async page => {
    await choose(page);
    await page.keyboard.press('Tab');
    return 1 + await say(page, 'the relay has it in its log');
  },
  'messages/…/reading': async page => {
    await page.keyboard.press('d');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, '[name=reason]');
    return 1 + await say(page, 'names no URL of ours');
  },
  'notices/…/submission': async page => {
    await page.locator('form[action$="/form"] button').focus();
    await go(page, 'Enter');
    await page.keyboard.press('d');
    await page.keyboard.press('Tab');
    return 1 + await say(page, 'number 4711');
  },
};

await withBrowser(async browser => {
  await workThroughTheList(browser);
  await pasteReports(browser);
  await signedOutInTheMiddle(browser);
  await takeBackByTwo(browser);
});
await writeFile(join(output, 'day.json'), JSON.stringify(done, null, 1));

async function signedIn(browser, who, settings = { viewport: { width: 1440, height: 900 } }) {
  const context = await browser.newContext(settings);
  await signIn(context, who);
  return opened(context, address);
}

async function signIn(context, who) {
  const [name, value] = cookies[who].split(/=(.*)/s);
  await context.addCookies([{ name, value, url: address }]);
}

/** Presses a key that leads to another page. */
async function go(page, key) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
}

async function workThroughTheList(browser) {
  const page = await signedIn(browser, 'bea');
  await page.goto(`${address}/desk?lang=en`);
  await go(page, 'n');
  for (let tasks = 0; tasks < 500 && /[0-9a-f]{8}-[0-9a-f-]{27}/.test(page.url()); tasks++) {
    const form = await page.evaluate(() =>
      (document.querySelector('main details[open] > form.decision') ?? document.querySelector('main form.decision'))
        ?.getAttribute('action').replace(/.*\/desk\//, '').replace(/[0-9a-f-]{36}/g, '…'));
    console.log(form);
    const by = HOW[form];
    if (!by) {
      findings.push(`no way to end a task by the form ${form} at ${page.url()}`);
      return;
    }
    const before = page.url();
    const actions = await by(page);
    if (page.url() === before) findings.push(`${form} leads nowhere`);
    const kind = done[form] ??= { tasks: 0, actions: 0 };
    kind.tasks++;
    kind.actions = Math.max(kind.actions, actions);
    if (actions > most) findings.push(`${form} needs ${actions} actions`);
  }
  await expect(page, 'the end of the list', 'That is recorded. Nothing is left that you could take.');
  await page.context().close();
}

/** A form that wants a reason and nothing else. */
async function only(page) {
  await page.keyboard.press('d');
  return say(page, 'as agreed by telephone');
}

async function choose(page) {
  await page.keyboard.press('d');
  await page.keyboard.press('Space');
}

async function say(page, words) {
  await page.keyboard.type(words);
  await go(page, 'Enter');
  return 2;
}

/** Each line is judged as it is typed; what is refused stays to be mended. */
async function pasteReports(browser) {
  const page = await signedIn(browser, 'bea');
  await page.goto(`${address}/desk?lang=en`);
  await go(page, 'i');
  await page.keyboard.press('d');
  await page.keyboard.insertText('hxxps://pasted[.]test/a.jpg\nhttps://pasted.test/b.jpg\nhttps://pasted.test/b.jpg\ndata:image/png;base64,AAAA');
  await page.locator('#becomes-list li').nth(3).waitFor();
  await expect(page, 'checked as typed', '2 new');
  await expect(page, 'no media', 'Vigie never takes one');
  await look(page, 'intake-checked-1440', output);
  await page.getByRole('button', { name: 'File the reports' }).focus();
  await go(page, 'Enter');
  await expect(page, 'filed', '2 filed');
  if (!(await page.locator('#lines').inputValue()).startsWith('data:')) findings.push('a refused line is lost');
  await look(page, 'intake-filed-1440', output);
  await page.setViewportSize({ width: 360, height: 740 });
  await look(page, 'intake-filed-360', output);
  await page.context().close();
}

/** Nothing typed is lost, with scripts or without. */
async function signedOutInTheMiddle(browser) {
  for (const javaScriptEnabled of [true, false]) {
    const page = await signedIn(browser, 'bea', { javaScriptEnabled });
    await page.goto(`${address}/desk/intake?lang=en`);
    const lines = `https://ended.test/${javaScriptEnabled}/a.jpg\nhttps://ended.test/${javaScriptEnabled}/b.jpg`;
    await page.locator('#lines').fill(lines);
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'File the reports' }).click();
    await expect(page, 'signed out', 'Nothing that you typed is lost');
    if (javaScriptEnabled) await look(page, 'signed-out-1440', output);
    await signIn(page.context(), 'bea');
    await page.getByRole('button', { name: 'Send it again' }).click();
    await expect(page, 'to be confirmed', 'You have signed in anew');
    await page.getByRole('button', { name: 'Send it again' }).click();
    await expect(page, 'filed after all', '2 filed');
    await page.context().close();
  }
}

async function takeBackByTwo(browser) {
  const bea = await signedIn(browser, 'bea');
  const carl = await signedIn(browser, 'carl');
  await bea.goto(`${address}${retract}?lang=en`);
  await bea.locator('details:has(form[action$="/retraction"]) > summary').press('Enter');
  await bea.locator('#retraction-reason').fill('reported by mistake');
  await go(bea, 'Enter');
  await expect(bea, 'proposed', 'It is recorded.');
  await bea.locator('details', { hasText: 'A retraction is proposed' }).locator('summary').press('Enter');
  await expect(bea, 'not by one', 'You proposed it: somebody else must agree.');
  await refuse(bea, 'not by one', 'Agree: take everything back');
  await carl.goto(`${address}${retract}?lang=en`);
  await carl.locator('details', { hasText: 'A retraction is proposed' }).locator('summary').press('Enter');
  await carl.locator('#agreement-reason').fill('I read the report');
  await go(carl, 'Enter');
  await expect(carl, 'agreed', 'It is recorded.');
  await bea.reload();
  await expect(bea, 'taken back', 'Everything was taken back');
  await look(bea, 'retracted-1440', output);
  await bea.context().close();
  await carl.context().close();
}
