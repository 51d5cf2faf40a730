import { expect, it } from 'vitest';
import { readNeeds, storeNeeds } from '../../../../src/cache/archive/stored-needs.ts';
import {
  daysOfANeed,
  isRenewalDue,
  type JobNeeds,
  type ModuleNeeds,
  neededPaths,
  needsAfter,
  noNeeds,
  serves,
} from '../../../../src/cache/modules/module-needs.ts';
import { planModules } from '../../../../src/cache/modules/plan-modules.ts';

const job = (deps: string, listed: readonly string[], besides: readonly string[] = [], family = 'f'): JobNeeds => {
  const id = { family, deps, key: deps };
  return { id, listedBy: id, listed, besides };
};
const paths = (needs: ModuleNeeds) => [...neededPaths(needs)].sort();
const day = 20_000;

it('lets a bump take the place of the old state of the same module files, and of nothing else', () => {
  let needs = needsAfter(noNeeds, job('1', ['a1', 'b'], ['tool']), day);
  needs = needsAfter(needs, job('x', ['c'], [], 'another'), day);
  needs = needsAfter(needs, job('2', ['a2', 'b']), day);
  expect(paths(needs)).toEqual(['a2', 'b', 'c', 'tool']);
  expect(serves(needs, job('1', []).id)).toBe(false);
  expect(serves(needs, job('x', [], [], 'another').id)).toBe(true);
});

it('keeps both states where jobs alternate between them, and then lets a bump replace no such state', () => {
  let needs = noNeeds;
  for (const deps of ['1', '2', '1', '2']) needs = needsAfter(needs, job(deps, [`a${deps}`]), day);
  expect(paths(needs)).toEqual(['a1', 'a2']);
  needs = needsAfter(needs, job('3', ['a3']), day);
  expect(paths(needs)).toContain('a1');
  expect(serves(needs, job('1', []).id)).toBe(true);
});

it('keeps what two jobs need of the same module files that fetch different parts of them', () => {
  const first = needsAfter(noNeeds, job('1', ['a']), day);
  expect(paths(needsAfter(first, job('1', ['b']), day))).toEqual(['a', 'b']);
});

it('knows a job that checks out late by nothing, and its needs by what it checked out', () => {
  const nothing = { family: 'none', deps: '-', key: '-' };
  const late = { ...job('1', ['a']), id: nothing };
  const needs = needsAfter(needsAfter(noNeeds, late, day), { ...job('2', ['b']), id: nothing }, day);
  expect(serves(needs, nothing)).toBe(true);
  expect(paths(needs), 'a bump').toEqual(['b']);
});

it('forgets what nobody has needed for a while, and has jobs say before that that they still do', () => {
  const needs = needsAfter(noNeeds, job('1', ['a'], ['tool.zip', 'tool.mod']), day);
  const again = job('1', ['a'], ['tool.zip']);
  expect(isRenewalDue(needs, again, day + 1)).toBe(false);
  expect(isRenewalDue(needs, again, day + daysOfANeed - 1)).toBe(true);
  // The go.mod was read again, and shows it by nothing.
  expect(paths(needsAfter(needs, again, day + daysOfANeed))).toEqual(['a', 'tool.mod', 'tool.zip']);
  expect(paths(needsAfter(needs, job('x', [], [], 'another'), day + daysOfANeed + 1))).toEqual([]);
});

it('comes out of a manifest as it went in, but for files that are not in it', () => {
  let needs = needsAfter(noNeeds, job('1', ['a', 'gone'], ['tool']), day);
  needs = needsAfter(needs, job('2', ['b']), day + 1);
  const entries = ['tool', 'b'].map((path) => ({ path }));
  const read = readNeeds(JSON.parse(JSON.stringify(storeNeeds(needs, entries))), entries);
  expect(read).toEqual({ ...needs, lines: needs.lines.map((line) => ({ ...line, paths: new Set(['b']) })) });
});

it('forgets an extracted module as a whole, also while another tool is confirmed', () => {
  const tree = (tool: string) => [`example.com/${tool}@v1.0.0/go.mod`, `example.com/${tool}@v1.0.0/main.go`];
  const needs = needsAfter(noNeeds, job('1', [], [...tree('old'), ...tree('tool')]), day);
  const later = needsAfter(needs, job('1', [], tree('tool')), day + daysOfANeed);
  expect(paths(needsAfter(later, job('1', [], tree('tool')), day + daysOfANeed + 1))).toEqual(tree('tool'));
});

it('plans no half of an extracted module, whatever the needs name', () => {
  const held = [
    'example.com/x@v1.0.0/go.mod',
    'example.com/x@v1.0.0/x.go',
    'cache/download/example.com/x/@v/v1.0.0.mod',
  ];
  const files = new Map(held.map((path) => [path, { path, bytes: 1 }]));
  const needs = needsAfter(noNeeds, job('x', held.toSpliced(1, 1), [], 'another'), day);
  const plan = planModules({ files, needs }, job('1', []), [], { abovePercent: 10, onlyForNew: false }, day);
  expect(plan.files.map(({ path }) => path)).toEqual(held.slice(2));
});
