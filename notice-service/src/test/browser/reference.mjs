// Looks at the pages that need no token, /problems with every page that it leads to and /reference, in a real Chromium:
//   node reference.mjs WHAT.json DIRECTORY_FOR_SCREENSHOTS
// The first names the address. Ends with 1 if axe-core finds a violation, a page asks anybody else for anything, or it is
// wider than the screen.
import { readFile } from 'node:fs/promises';
import { findings, look, opened, withBrowser } from './page.mjs';

const [what, output] = process.argv.slice(2);
const { address } = JSON.parse(await readFile(what, 'utf8'));

await withBrowser(async browser => {
  await lookAtAll(browser, { viewport: { width: 360, height: 740 }, colorScheme: 'light' });
  await lookAtAll(browser, { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
});

async function lookAtAll(browser, settings) {
  const context = await browser.newContext(settings);
  const page = await opened(context, address);
  await page.goto(`${address}/problems`);
  const problems = await page.locator('table a').evaluateAll(links => links.map(link => link.getAttribute('href')));
  if (problems.length === 0) findings.push('no problems');
  for (const path of ['/problems', ...problems, '/reference']) {
    await page.goto(address + path);
    await look(page, `${path.slice(1).replace('/', '-')}-${settings.viewport.width}`, output);
  }
  await context.close();
}
