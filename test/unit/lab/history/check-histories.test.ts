import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { checkHistories } from '../../../../src/lab/history/check-histories.ts';
import { aFailed, aHistory, aScenario } from '../a-history.ts';

const scenario = aScenario({
  cells: [
    { go: '>=1.20', expect: 'reproduced' },
    { go: '1.13', expect: 'not-reproduced' },
  ],
  mitigations: { cure: {} },
});
const known = [{ id: 'modcache-rename', scenario }];
const busy = [aFailed('device or resource busy')];
const cell = aHistory().cell;

describe('stored histories', () => {
  test('are judged as in the run, arm by arm', () => {
    const [report, ...others] = checkHistories(
      [aHistory({ workers: busy }), aHistory({ arm: 'cure', trial: 1 })],
      known,
    );
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      verdict: 'reproduced',
      asExpected: true,
      ms: 1000,
      mitigations: [{ verdict: 'holds' }],
    });
  });

  test('make one cell for each Go, gopls and runtime', () => {
    const reports = checkHistories(
      [
        aHistory(),
        aHistory({ cell: { ...cell, go: '1.13.15' } }),
        aHistory({ cell: { ...cell, gopls: '0.21.1' } }),
        aHistory({ cell: { ...cell, runtime: 'docker' } }),
        aHistory({ trial: 2 }),
      ],
      known,
    );
    expect(reports.map(({ go, gopls, runtime, baseline }) => [go, gopls, runtime, baseline?.absent])).toEqual([
      ['1.26.11', null, 'host', 2],
      ['1.13.15', null, 'host', 1],
      ['1.26.11', '0.21.1', 'host', 1],
      ['1.26.11', null, 'docker', 1],
    ]);
    expect(reports[1]).toMatchObject({ expect: 'not-reproduced', asExpected: true });
  });

  test('are judged by the current checker', () => {
    const other = { ...scenario, check: () => ({ state: 'unknown', why: 'stricter now' }) as const };
    expect(checkHistories([aHistory({ workers: busy })], [{ id: 'modcache-rename', scenario: other }])).toMatchObject([
      { verdict: 'inconclusive', baseline: { why: 'stricter now' } },
    ]);
  });

  test.each([
    ['the scenario is unknown', aHistory({ scenario: 'other' }), /unknown scenario other/],
    ['the scenario does not cover their Go', aHistory({ cell: { ...cell, go: '1.16.15' } }), /does not cover Go 1\.16/],
    ['the arm no longer exists', aHistory({ arm: 'gone' }), /has no mitigation "gone"/],
  ])('are refused if %s', (_, history, message) => {
    expect(() => checkHistories([history], known)).toThrow(message);
    expect(() => checkHistories([history], known)).toThrow(UserError);
  });
});
