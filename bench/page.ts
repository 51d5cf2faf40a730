/**
 * `node bench/page.ts`: how long a Chromium takes to open a page of 1,000 cells with their trials, in turns with an
 * empty page. Opened means: the filters work, and each claim can be opened.
 */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { htmlPage } from '../src/lab/report/page/html-page.ts';
import { pageDocument } from '../src/page/page-document.ts';
import { aBrowser } from '../test/a-browser.ts';
import { storedTrials } from '../tools/stored-run.ts';
import { inTurns } from './in-turns.ts';

const wanted = 1000;
const limitMs = 1000;
const pairs = process.argv.includes('--quick') ? 5 : 21;

/** The stored run, again under other names until the page has enough cells. */
async function manyCells(): Promise<string> {
  const { report, trials } = await storedTrials();
  const copies = Math.ceil(wanted / report.cells.length);
  const named = <T extends { readonly scenario: string }>(all: readonly T[], name: (id: string) => string) =>
    all.map((one) => ({ ...one, scenario: name(one.scenario) }));
  const parts = Array.from({ length: copies }, (_, copy) => {
    const name = (id: string) => (copy === 0 ? id : `${id}-${copy + 1}`);
    const histories = named(
      trials.map(({ history }) => history),
      name,
    );
    return {
      cells: named(report.cells, name),
      trials: trials.map(({ finding }, index) => ({ finding, history: histories[index] ?? fail() })),
    };
  });
  const cells = parts.flatMap((part) => part.cells).slice(0, wanted);
  return htmlPage({ ...report, cells }, { trials: parts.flatMap((part) => part.trials) });
}

function fail(): never {
  throw new Error('a trial without a history');
}

/** In a context of its own, so that nothing is cached, until the page says that it is ready. */
async function open(browser: Browser, url: string, ready: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const tab = await context.newPage();
    await tab.goto(url, { waitUntil: 'commit' });
    await tab.waitForSelector(ready);
  } finally {
    await context.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'bench-page-'));
const browser = await aBrowser();
try {
  const [many, none] = [join(folder, 'many.html'), join(folder, 'none.html')];
  await writeFile(many, await manyCells());
  await writeFile(none, pageDocument({ title: 'nothing', body: '<p id="all">Nothing.</p>\n', data: null }));
  const { oneMs, otherMs } = await inTurns(
    pairs,
    () => open(browser, pathToFileURL(many).href, 'html[data-ready]'),
    () => open(browser, pathToFileURL(none).href, '#all'),
  );
  const megabytes = ((await stat(many)).size / 1e6).toFixed(1);
  const load = loadavg()[0]?.toFixed(1);
  console.log(`${pairs} pairs, medians; ${availableParallelism()} CPUs, load ${load}\n`);
  console.log('| what | measured | limit | |\n| --- | --- | --- | --- |');
  const measured = `${Math.round(oneMs)} ms; an empty page: ${Math.round(otherMs)} ms`;
  const held = oneMs < limitMs;
  console.log(
    `| a page of ${wanted} cells, ${megabytes} MB, opens | ${measured} | ${limitMs} ms | ${held ? '✓' : '✗'} |`,
  );
  if (!held) process.exitCode = 1;
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
