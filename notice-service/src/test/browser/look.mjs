// Uses the reply page in a real Chromium, first without JavaScript, then looks at every page of it:
//   node look.mjs ADDRESS LINK CODE EXPIRED_LINK ALTERED_LINK REFERENCE DIRECTORY_FOR_SCREENSHOTS
// Links are paths. Ends with 1 if a step fails, axe-core finds a violation, the page asks anybody else for anything, or
// it is wider than the screen.
import { expect, findings, look as lookAt, opened, refuse, withBrowser } from './page.mjs';

const [address, link, code, expired, altered, reference, output] = process.argv.slice(2);

await withBrowser(async browser => {
  const cookies = await answerWithoutScripts(browser);
  for (const [width, height] of [[360, 740], [1440, 900]]) {
    for (const colorScheme of ['light', 'dark']) {
      await lookAtEverything(browser, width, height, colorScheme, cookies);
    }
  }
});

/** The whole way as a desk goes it, on a telephone, with scripts switched off. */
async function answerWithoutScripts(browser) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await opened(context, address);
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

async function lookAtEverything(browser, width, height, colorScheme, cookies) {
  for (const language of ['fr', 'en']) {
    const locked = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await opened(locked, address);
    await look(page, `${language}-locked-${width}-${colorScheme}`, `${link}?lang=${language}&said=wrong_code`);
    await look(page, `${language}-expired-${width}-${colorScheme}`, `${expired}?lang=${language}`);
    await look(page, `${language}-verify-${width}-${colorScheme}`, `/verify?lang=${language}&reference=${reference}`);
    await locked.close();
    const proven = await browser.newContext({ viewport: { width, height }, colorScheme });
    await proven.addCookies(cookies);
    await look(await opened(proven, address), `${language}-open-${width}-${colorScheme}`, `${link}?lang=${language}&said=answered`);
    await proven.close();
  }
}

async function look(page, name, path) {
  await page.goto(address + path);
  await lookAt(page, name, output);
}
