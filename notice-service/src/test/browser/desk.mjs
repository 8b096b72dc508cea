// Uses the desk in a real Chromium, first without JavaScript, then by keyboard alone, then looks at every page of it:
//   node desk.mjs WHAT.json DIRECTORY_FOR_SCREENSHOTS
// The first names the address, the cookie of somebody who is signed in, and the pages. Ends with 1 if a step fails,
// axe-core finds a violation, a page asks anybody else for anything, or it is wider than the screen.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, findings, look, opened, refuse, tabTo, withBrowser } from './page.mjs';

const [what, output] = process.argv.slice(2);
const { address, cookie, pages, conflict, provider } = JSON.parse(await readFile(what, 'utf8'));
const [name, value] = cookie.split(/=(.*)/s);

await withBrowser(async browser => {
  await classifyWithoutScripts(browser);
  await classifyByKeyboard(browser);
  await steerByKeyboard(browser, { viewport: { width: 1440, height: 900 } });
  await steerByKeyboard(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  for (const [width, height] of [[360, 740], [1440, 900]]) {
    await lookAtEverything(browser, { width, height }, 'light', 'en');
    await lookAtEverything(browser, { width, height }, 'dark', 'fr');
  }
});

async function signedIn(browser, settings) {
  const context = await browser.newContext(settings);
  await context.addCookies([{ name, value, url: address }]);
  const page = await opened(context, address);
  await page.goto(`${address}/desk?lang=${settings.language ?? 'en'}`);
  return page;
}

/** One task from the list to its end, on a telephone, with scripts switched off. */
async function classifyWithoutScripts(browser) {
  const page = await signedIn(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(`${address}/desk?kind=CLASSIFY`);
  await page.getByRole('button', { name: 'Take the next: Classify' }).click();
  await expect(page, 'taken', 'Decide whether the content is illegal');
  await page.getByLabel('illegal: baseline, prepubescent, sex act').check();
  await page.getByRole('button', { name: 'Classify', exact: true }).click();
  await expect(page, 'classified', 'It is recorded.');
  await page.getByText('Show the exact URL').click();
  await page.getByLabel('Why you need it').fill('to assess it');
  await page.getByRole('button', { name: 'Show it once' }).click();
  await expect(page, 'revealed', 'shown this once');
  await page.screenshot({ path: join(output, 'revealed.png'), fullPage: true });
  await page.goBack();
  await page.goto(page.url().replace('/reveal', ''));
  await refuse(page, 'gone again', 'shown this once');
  await page.context().close();
}

/** The same without touching a mouse; what stays on the list keeps the focus when it is refreshed. */
async function classifyByKeyboard(browser) {
  const page = await signedIn(browser, { viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}/desk?kind=CLASSIFY`);
  await page.keyboard.press('j');
  if (await page.evaluate(() => document.activeElement.className) !== 'go') findings.push('j does not go to the first task');
  await page.keyboard.press('n');
  await page.waitForURL(/\/desk\/cases\//);
  await page.keyboard.press('d');
  if (await page.evaluate(() => document.activeElement.name) !== 'usual') findings.push('d does not go to what the content is');
  await page.keyboard.press('5');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('drawn');
  await page.getByRole('button', { name: 'Classify', exact: true }).press('Enter');
  await page.waitForURL(/said=recorded/);
  await expect(page, 'by keyboard', 'It is recorded.');
  await page.keyboard.press('w');
  await page.waitForURL(/\/desk$/);
  await page.context().close();
}

/** What operators do and whoever looks for something, with no mouse, with scripts and without. */
async function steerByKeyboard(browser, settings) {
  const page = await signedIn(browser, settings);
  const go = async (selector, key = 'Enter') => {
    await tabTo(page, selector);
    await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
  };
  const type = async (selector, text) => {
    await tabTo(page, selector);
    await page.keyboard.type(text);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  };
  const unfold = async form => {
    await tabTo(page, `details:has(form[action$="${form}"]) > summary`);
    await page.keyboard.press('Enter');
  };
  await go('#nav-search');
  await type('#what', 'nothing-has-this.test');
  await expect(page, 'search', 'No case has it.');
  await go('#nav-providers');
  await type('#what', 'Example');
  await expect(page, 'providers', '1 providers');
  await go('main a.go');
  await unfold('/facts');
  await tabTo(page, '#facts-name');
  await type('#facts-legal_name', ' B.V.');
  await expect(page, 'a correction', 'It is recorded.');
  await unfold('/stop');
  await tabTo(page, '[name=turned]');
  await page.keyboard.press('ArrowDown');
  await type('#stop-reason', 'it answers again');
  await expect(page, 'sending to one', 'It is recorded.');
  await go('#nav-steering');
  await go('form[action$="/brake"] button');
  await expect(page, 'the brake', 'It is recorded.');
  await unfold('/dead-letters');
  await go('form[action$="/dead-letters"] button');
  await expect(page, 'dead letters', 'It has begun.');
  await page.context().close();
}

/** What comes in answer to a form, so that it has no address. */
async function lookAtAnswers(page, look) {
  await page.goto(`${address}/desk/providers`);
  await page.locator('#what').fill('Example');
  await page.locator('form[action$="/search"] button').click();
  await look('providers-found');
  await page.goto(`${address}/desk/search`);
  await page.locator('#what').fill('.test');
  await page.locator('form[action$="/search"] button').click();
  await look('searched');
  await page.goto(address + provider);
  await page.locator('details:has(form[action$="/merger"]) > summary').click();
  await page.locator('details:has(form[action$="/facts"]) > summary').click();
  await look('provider-forms');
}

async function lookAtEverything(browser, viewport, colorScheme, language) {
  const page = await signedIn(browser, { viewport, colorScheme, language });
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(address + path);
    await look(page, `${name}-${language}-${viewport.width}-${colorScheme}`, output);
  }
  await lookAtAnswers(page, name => look(page, `${name}-${language}-${viewport.width}-${colorScheme}`, output));
  const lines = await page.evaluate(() =>
    new Set([...document.querySelectorAll('.bar :is(nav > a, .who > a, button)')].map(one => one.getBoundingClientRect().top >> 4)).size);
  if (lines > 2) findings.push(`the bar has ${lines} lines at ${viewport.width} px in ${language}`);
  await page.goto(`${address}${conflict}`);
  await page.locator('form[action$="/retraction"] input[name=lines]').evaluate(field => { field.value = '1'; });
  await page.locator('details:has(form[action$="/retraction"]) > summary').click();
  await page.locator('#retraction-reason').fill('wrong URL');
  await page.locator('form[action$="/retraction"] button').click();
  if (await page.locator('#retraction-reason').inputValue() !== 'wrong URL') findings.push('a conflict loses what was typed');
  await look(page, `conflict-${language}-${viewport.width}-${colorScheme}`, output);
  await page.context().close();
}
