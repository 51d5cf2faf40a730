import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signOfLife } from '../../../src/cli/sign-of-life.ts';
import type { ProvisionProgress } from '../../../src/go/context.ts';
import { buildSteps } from '../../../src/go/provision/build-steps.ts';

// The clock is turned by hand: what is held here is when a line comes, and not how fast this machine is.
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function shown(isTerminal: boolean) {
  const stream = new PassThrough({ encoding: 'utf8' });
  const output = { stream, isTerminal, colour: false, columns: 60 };
  return { life: signOfLife(output, () => Date.now()), text: () => String(stream.read() ?? '') };
}

describe('without a terminal', () => {
  test('a phase shorter than 3 s prints nothing', () => {
    const { life, text } = shown(false);
    for (const version of ['1.22.12', '1.26.8', '1.27.4']) {
      life.phase(`go ${version}`);
      vi.advanceTimersByTime(2000);
    }
    life[Symbol.dispose]();
    vi.advanceTimersByTime(60_000);
    expect(text()).toBe('');
  });

  test('a long phase prints a line after 3 s and every 10 s, with its progress', () => {
    const { life, text } = shown(false);
    life.phase('gopls 0.24.0');
    vi.advanceTimersByTime(3000);
    expect(text()).toBe('still working: gopls 0.24.0, 3 s\n');
    life.provision({ what: 'gopls 0.24.0', receivedBytes: 12_300_000, totalBytes: 64_100_000 });
    vi.advanceTimersByTime(10_000);
    expect(text()).toBe('still working: gopls 0.24.0 · 12.3 of 64.1 MB, 13 s\n');
    life.provision({ what: 'gopls 0.24.0', receivedBytes: 38_200_000, totalBytes: 64_100_000 });
    vi.advanceTimersByTime(10_000);
    expect(text()).toBe('still working: gopls 0.24.0 · 38.2 of 64.1 MB, about 10 s left, 23 s\n');
    life.provision({ what: 'gopls 0.24.0', step: 'compiled 9 packages, the last sync' });
    vi.advanceTimersByTime(280_000);
    expect(text().trimEnd().split('\n')).toHaveLength(28);
    life[Symbol.dispose]();
  });
});

test('on a terminal one line is redrawn, never longer than the window, and then cleared', () => {
  const { life, text } = shown(true);
  life.phase('gopls 0.24.0');
  life.detail('x'.repeat(200));
  vi.advanceTimersByTime(5000);
  life[Symbol.dispose]();
  const drawn = text();
  expect(drawn).not.toContain('\n');
  const lines = drawn.split('\r').map(stripVTControlCharacters);
  expect(Math.max(...lines.map(({ length }) => length))).toBe(59);
  expect(lines.at(-1)).toBe('');
});

test('on a terminal a short phase draws nothing', () => {
  const { life, text } = shown(true);
  life.phase('go 1.26.8');
  vi.advanceTimersByTime(400);
  life[Symbol.dispose]();
  expect(text()).toBe('');
});

test('a build shows downloaded modules and compiled packages, wherever its output is split', () => {
  const seen: ProvisionProgress[] = [];
  const said =
    'go: downloading golang.org/x/mod v0.31.0\ngo: downloading golang.org/x/sync v0.1.0\nsync\ngolang.org/x/mod/semver\n# note\n';
  const take = buildSteps('gopls 0.24.0', (event) => seen.push(event));
  for (const byte of said) take(byte);
  expect(seen.map((event) => ('step' in event ? event.step : ''))).toEqual([
    'downloading modules: 1, the last golang.org/x/mod',
    'downloading modules: 2, the last golang.org/x/sync',
    'compiled 1 package, the last sync',
    'compiled 2 packages, the last golang.org/x/mod/semver',
  ]);
});
