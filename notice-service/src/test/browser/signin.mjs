// Signing in and out in a real Chromium by keyboard alone, at the issuer of an evaluation: wide and narrow, light and
// dark, in both languages, with scripts and without.
//   node signin.mjs WHAT.json DIRECTORY
// The first names the address of the desk, and the password of anna.
import { readFile } from 'node:fs/promises';
import { expect, findings, look, opened, picture, tabTo, withBrowser } from './page.mjs';

const [what, output] = process.argv.slice(2);
const { desk, password } = JSON.parse(await readFile(what, 'utf8'));
const HOST = 'http://127.0.0.1:';
const WORDS = {
  en: { refused: 'Not the right user and password.', work: 'Work', out: 'Sign out' },
  fr: { refused: 'Utilisateur ou mot de passe incorrect.', work: 'Travail', out: 'Quitter' },
};

await withBrowser(async browser => {
  for (const language of ['en', 'fr']) {
    for (const [width, colorScheme, javaScriptEnabled] of [[1440, 'light', true], [360, 'dark', true], [1440, 'light', false]]) {
      const name = `${language}-${width}-${colorScheme}${javaScriptEnabled ? '' : '-plain'}`;
      const context = await browser.newContext(
        { locale: language, viewport: { width, height: 800 }, colorScheme, javaScriptEnabled });
      await inAndOut(await opened(context, HOST), WORDS[language], name, javaScriptEnabled ? look : picture);
      await context.close();
    }
  }
});

async function inAndOut(page, words, name, see) {
  await page.goto(desk);
  await see(page, `sign-in-${name}`, output);
  await signIn(page, 'guessed');
  await expect(page, name, words.refused);
  await see(page, `sign-in-refused-${name}`, output);
  await signIn(page, password);
  await expect(page, name, words.work);
  if (page.url() !== desk) findings.push(`${name}: signed in at ${new URL(page.url()).pathname}`);
  await see(page, `signed-in-${name}`, output);
  await tabTo(page, 'form[action$="/sign-out"] button');
  await enter(page);
  await see(page, `signed-out-${name}`, output);
  await page.goto(desk);
  if (await page.locator('#password').count() === 0) findings.push(`${name}: is still signed in`);
}

async function signIn(page, secret) {
  await page.locator('#username').press('ControlOrMeta+a');
  await page.keyboard.type('anna');
  await page.keyboard.press('Tab');
  await page.keyboard.type(secret);
  await enter(page);
}

async function enter(page) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}
