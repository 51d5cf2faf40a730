/** What most files here set up: the command line once, and a fresh folder for each test. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { aCli, type Cli, type Place } from './a-cli.ts';

/** Bundles the command line before the first test of the file or `describe`, and removes it after the last. */
export function cliForAll(): Cli {
  let cli: Cli | undefined;
  beforeAll(async () => {
    cli = await aCli();
  });
  afterAll(() => cli?.[Symbol.asyncDispose]());
  return later('the command line', () => cli);
}

/** A fresh folder for each test. Each must leave nothing in its TMPDIR, and no process. */
export function placeForEach(cli: Cli): Place {
  let place: Place | undefined;
  beforeEach(async () => {
    place = await cli.place();
  });
  afterEach(async () => {
    try {
      expect((await place?.leftovers()) ?? []).toEqual([]);
    } finally {
      await place?.[Symbol.asyncDispose]();
      place = undefined;
    }
  });
  return later('the folder of a test', () => place);
}

/** One folder for all tests of the file or `describe`. */
export function placeForAll(cli: Cli): Place {
  let place: Place | undefined;
  beforeAll(async () => {
    place = await cli.place();
  });
  afterAll(() => place?.[Symbol.asyncDispose]());
  return later('the folder of the tests', () => place);
}

/** Stands for what a hook makes, so that a file can name it before. */
function later<T extends object>(what: string, made: () => T | undefined): T {
  return new Proxy({} as T, {
    get: (_, name) => {
      const now = made();
      if (now === undefined) throw new Error(`${what} exists only within hooks and tests`);
      return Reflect.get(now, name);
    },
  });
}
