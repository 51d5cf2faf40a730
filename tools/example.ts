/** `npm run example`: writes docs/example, the page of the stored run and its picture. The picture needs a Chromium. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { htmlPage } from '../src/lab/report/page/html-page.ts';
import { aBrowser, missingBrowser } from '../test/a-browser.ts';
import { storedTrials } from './stored-run.ts';

const page = join(import.meta.dirname, '../docs/example/verdicts.html');
const picture = page.replace(/html$/, 'png');

const { report, trials } = await storedTrials();
await mkdir(dirname(page), { recursive: true });
await writeFile(page, htmlPage(report, { trials }));
if (missingBrowser === null) await takePicture();
else process.stderr.write(`${picture} is left as it is: it needs ${missingBrowser}\n`);
for (const file of [page, picture]) process.stdout.write(`${file}: ${Math.round((await stat(file)).size / 1000)} kB\n`);

async function takePicture(): Promise<void> {
  const browser = await aBrowser();
  try {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 470 }, colorScheme: 'light' });
    await tab.goto(pathToFileURL(page).href);
    await tab.waitForSelector('html[data-ready]');
    await tab.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}
