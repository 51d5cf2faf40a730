import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import {
  type CellSelection,
  type MatrixVersions,
  parseShard,
  planCells,
  shardOf,
  specFor,
  withChosen,
} from '../../../src/lab/plan.ts';
import type { CellSpec } from '../../../src/lab/scenario/scenario.ts';
import { aScenario } from './a-history.ts';

const matrix: MatrixVersions = {
  go: ['1.13.15', '1.16.15', '1.22.12', '1.26.11', '1.27.4'],
  gopls: [
    { gopls: '0.15.2', go: '1.22.12' },
    { gopls: '0.21.1', go: '1.26.11' },
    { gopls: '0.24.0', go: '1.27.4' },
  ],
};
const everything: CellSelection = { full: true, go: null, gopls: null, shard: null };
const usual: CellSelection = { ...everything, full: false };
const always: readonly CellSpec[] = [{ expect: 'reproduced' }];
const until114: readonly CellSpec[] = [
  { go: '<1.14', expect: 'reproduced' },
  { go: '>=1.14', expect: 'not-reproduced' },
];

function versions(cells: readonly CellSpec[], selection: CellSelection, from = matrix) {
  return planCells([{ id: 'a', scenario: aScenario({ cells }) }], from, selection).map(({ go, gopls }) => gopls ?? go);
}

describe('a run judges', () => {
  test('the newest Go only, if the expectation never changes', () => {
    expect(versions(always, usual)).toEqual(['1.27.4']);
  });

  test('the newest Go, and the last one before each change of the expectation', () => {
    expect(versions(until114, usual)).toEqual(['1.13.15', '1.27.4']);
    const twice: readonly CellSpec[] = [{ go: '1.22', expect: 'not-reproduced' }, ...always];
    expect(versions(twice, usual)).toEqual(['1.16.15', '1.22.12', '1.27.4']);
  });

  test('every cell on request, oldest first, for any order of the matrix', () => {
    expect(versions(always, everything, { ...matrix, go: matrix.go.toReversed() })).toEqual(matrix.go);
  });

  test('only the versions that the scenario covers', () => {
    expect(versions([{ go: '>=1.16 <1.26', expect: 'reproduced' }], everything)).toEqual(['1.16.15', '1.22.12']);
    expect(versions([{ go: '>=1.99', expect: 'reproduced' }], everything)).toEqual([]);
  });

  test('each named Go, even outside the matrix and without a change', () => {
    expect(versions(always, { ...usual, go: ['1.22.5', '1.25.9'] })).toEqual(['1.22.5', '1.25.9']);
    expect(versions(until114, { ...usual, go: ['1.12'] })).toEqual(['1.12']);
  });

  test('gopls versions with their paired Go, for a scenario that covers gopls', () => {
    const withGopls: readonly CellSpec[] = [{ gopls: '>=0.16', expect: 'reproduced' }];
    expect(versions(withGopls, everything)).toEqual(['0.21.1', '0.24.0']);
    expect(versions(withGopls, { ...usual, gopls: ['0.21.1'] })).toEqual(['0.21.1']);
    expect(versions(withGopls, { ...usual, go: ['1.27.4'] })).toEqual(['0.24.0']);
  });

  test('no scenario without gopls if only gopls versions are named', () => {
    expect(versions(always, { ...usual, gopls: ['0.21.1'] })).toEqual([]);
  });
});

describe('the spec of a cell', () => {
  test('is the first whose range contains the version', () => {
    const cells: readonly CellSpec[] = [{ go: '1.22', expect: 'not-reproduced' }, ...always];
    expect(specFor(aScenario({ cells }), '1.22.12', null)?.expect).toBe('not-reproduced');
    expect(specFor(aScenario({ cells }), '1.26.11', null)?.expect).toBe('reproduced');
  });

  test('treats a release candidate as its release line', () => {
    expect(specFor(aScenario({ cells: until114 }), '1.27rc1', null)?.expect).toBe('not-reproduced');
    expect(specFor(aScenario({ cells: [{ go: '>=1.27', expect: 'reproduced' }] }), '1.27rc1', null)).not.toBeNull();
  });

  test('reads "1.20" as the release without a third number', () => {
    expect(specFor(aScenario({ cells: [{ go: '1.20.0', expect: 'reproduced' }] }), '1.20', null)).not.toBeNull();
  });

  test('refuses an invalid Go version', () => {
    expect(() => specFor(aScenario({ cells: until114 }), 'tip', null)).toThrow(UserError);
  });
});

describe('shards', () => {
  test('contain every cell exactly once', () => {
    const cells = planCells(
      ['a', 'b', 'c'].map((id) => ({ id, scenario: aScenario({ cells: always }) })),
      matrix,
      everything,
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (of) => {
        const parts = Array.from({ length: of }, (_, index) =>
          planCells(
            ['a', 'b', 'c'].map((id) => ({ id, scenario: aScenario({ cells: always }) })),
            matrix,
            { ...everything, shard: { index: index + 1, of } },
          ),
        );
        const keys = (list: typeof cells) => list.map(({ id, go }) => `${id} ${go}`).sort();
        expect(keys(parts.flat())).toEqual(keys(cells));
        const sizes = parts.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('cost about the same: no two of them differ by more than the dearest cell', () => {
    const costs = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(costs, fc.integer({ min: 1, max: 8 }), (prices, of) => {
        const [cell] = planCells([{ id: 'a', scenario: aScenario({ cells: always }) }], matrix, usual);
        if (cell === undefined) throw new Error('one cell is planned');
        const cells = prices.map((_, index) => ({ ...cell, id: `a-${index}` }));
        const priceOf = ({ id }: { id: string }) => prices[Number(id.slice(2))] ?? 0;
        const parts = Array.from({ length: of }, (_, index) => shardOf(cells, { index: index + 1, of }, priceOf));
        expect(
          parts
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(cells.map(({ id }) => id).sort());
        const totals = parts.map((part) => part.reduce((sum, own) => sum + priceOf(own), 0));
        expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(Math.max(...prices));
      }),
    );
  });

  test('are written as I/N', () => {
    expect(parseShard('2/4')).toEqual({ index: 2, of: 4 });
    for (const text of ['0/2', '3/2', '1/0', '1', '1/', '-1/2', '1/2/3', 'a/b', '1.5/2', '']) {
      expect(() => parseShard(text)).toThrow(UserError);
    }
  });
});

describe('a chosen gopls', () => {
  const pairs = (go: readonly string[] | null, gopls: readonly string[] | null) =>
    planCells(
      [{ id: 'a', scenario: aScenario({ cells: [{ gopls: '>=0.15', expect: 'reproduced' }] }) }],
      withChosen(matrix, { go, gopls }),
      { ...everything, go, gopls },
    ).map((cell) => `${cell.gopls} with ${cell.go}`);

  test('runs with the Go that the matrix pairs it with, if that is chosen or none is', () => {
    expect(pairs(null, ['0.21.1'])).toEqual(['0.21.1 with 1.26.11']);
    expect(pairs(['1.26.11', '1.27.4'], ['0.21.1'])).toEqual(['0.21.1 with 1.26.11']);
  });

  test('runs with the newest chosen Go, if the matrix pairs it with another or lacks it', () => {
    expect(pairs(['1.27.4'], ['0.21.1'])).toEqual(['0.21.1 with 1.27.4']);
    expect(pairs(['1.26.8', '1.9.1'], ['0.21.1'])).toEqual(['0.21.1 with 1.26.8']);
    expect(pairs(['1.26.8'], ['0.20.0', '0.24.0'])).toEqual(['0.20.0 with 1.26.8', '0.24.0 with 1.26.8']);
    expect(pairs(null, ['0.20.0'])).toEqual(['0.20.0 with 1.27.4']);
  });

  test('leaves out those of the matrix whose Go is not chosen, if no gopls is', () => {
    expect(pairs(['1.26.11'], null)).toEqual(['0.21.1 with 1.26.11']);
    expect(pairs(['1.26.8'], null)).toEqual([]);
  });
});
