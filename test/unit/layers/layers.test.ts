import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.ts';
import { faultOf, layerOf, layers, packages } from './layers.ts';

const root = packageRoot();

/** What a file imports, types and what is loaded late included: files as paths of the repository, packages by name. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/^(?:import|export|\}) [^'\n]*?(?:from )?'([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm);
  return Array.from(found, ([, early, late]) => early ?? late ?? '').map((specifier) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
  );
}

const files = globSync(['src/**/*.ts', 'scenarios/**/*.ts'], { cwd: root }).sort();

test('every import is one that the table allows', () => {
  const imports = files.flatMap((from) => importsOf(from).map((to) => [from, to] as const));
  expect(imports.length).toBeGreaterThan(1500);
  expect(imports.flatMap(([from, to]) => faultOf(from, to) ?? [])).toEqual([]);
});

test('every layer has files, and every package of the table is imported', () => {
  const imported = new Set(files.flatMap(importsOf));
  for (const layer of Object.keys(layers))
    expect(
      files.some((file) => file.startsWith(`${layer}/`)),
      layer,
    ).toBe(true);
  for (const name of Object.keys(packages)) expect([...imported], name).toContain(name);
});

describe('each rule can be broken', () => {
  const fileIn = (layer: string) =>
    files.find((file) => layerOf(file) === layer && file !== 'scenarios/index.ts') ?? '';
  const pairs = Object.entries(layers).flatMap(([layer, allowed]) =>
    Object.keys(layers)
      .filter((other) => other !== layer && !allowed.includes(other))
      .map((other) => [layer, other] as const),
  );

  test.each(pairs)('%s may not import %s', (layer, other) => {
    expect(faultOf(fileIn(layer), fileIn(other))).toContain(`${fileIn(layer)} imports ${fileIn(other)}`);
  });

  test.each(Object.keys(packages))('%s has one place', (name) => {
    expect(faultOf('src/doctor/program.ts', name)).toContain('which only');
  });

  test.each([
    ['scenarios/locks/lock-health.ts', 'src/lab/plan.ts'],
    ['scenarios/locks/lock-health.ts', 'scenarios/locks/lock-health-sick.ts'],
    ['scenarios/locks/lock-health.ts', 'src/errors.ts'],
    ['src/errors.ts', 'src/go/store/store.ts'],
    ['src/cli.ts', 'src/lab/run.ts'],
    ['src/go/store/store.ts', 'test/unit/go/tiny-go.ts'],
    ['src/go/store/store.ts', 'package.json'],
  ])('%s may not import %s', (from, to) => {
    expect(faultOf(from, to)).not.toBeNull();
  });
});
