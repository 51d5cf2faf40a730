/** A Chromium of this machine, for pages that were written to a file. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Debian's name, and those of others. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const path = onPath();

/** Why there is none, or null. */
export const missingBrowser = path === null ? 'chromium on PATH' : null;

/** Root has no sandbox in Chromium; the pages are our own. */
export async function aBrowser(): Promise<Browser> {
  if (path === null) throw new Error('no chromium');
  return await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
}
