import { describe, expect, test } from 'vitest';
import { assembleCell, judgeTrial } from '../../../src/lab/assemble-cell.ts';
import type { RemedyStep } from '../../../src/lab/history/history.ts';
import { judgeHistory } from '../../../src/lab/judge.ts';
import { mitigationsOf, remedyArm } from '../../../src/lab/remedy-arm.ts';
import type { Scenario, Worker } from '../../../src/lab/scenario/scenario.ts';
import { scenarioFlaws } from '../../../src/lab/scenario/scenario-schema.ts';
import { aCell, aFailed, aHistory, aScenario } from './a-history.ts';

const arm = (change: Partial<Scenario>) =>
  mitigationsOf(aScenario({ doctorFinding: 'stalled-proxy', ...change }))[remedyArm];
const lineOf = (run: string) => arm({ workers: [{ name: 'editor', run }] })?.run?.['editor'];

describe("the arm of the doctor's remedy", () => {
  test('exists only if the scenario names a finding', () => {
    expect(Object.keys(mitigationsOf(aScenario({})))).not.toContain(remedyArm);
    expect(arm({})).toBeDefined();
    expect(arm({ remedy: { none: 'it hangs' } })).toBeUndefined();
  });

  test.each([
    ['go build .', '( go build . ) >/dev/null 2>&1 || :; eval "$(remedy)"; go build .'],
    // What the remedy sets must not be set back by the second run.
    [
      'GOPROXY=http://x editor gopls',
      'export GOPROXY=http://x; ( editor gopls ) >/dev/null 2>&1 || :; eval "$(remedy)"; editor gopls',
    ],
    ['A=1 B="two words" go vet', 'export A=1 B="two words"; ( go vet ) >/dev/null 2>&1 || :; eval "$(remedy)"; go vet'],
    [
      'PATH=/bin $(command -v gopls)',
      '( PATH=/bin $(command -v gopls) ) >/dev/null 2>&1 || :; eval "$(remedy)"; PATH=/bin $(command -v gopls)',
    ],
    [
      'editor --phase-ms 6000 --struck-ms 10 gopls',
      '( editor --phase-ms 6000 --struck-ms 10 gopls ) >/dev/null 2>&1 || :; eval "$(remedy)"; editor --phase-ms 30000 gopls',
    ],
  ])('runs %s, the remedy, and the command again', (run, line) => {
    expect(lineOf(run)).toBe(line);
  });

  test('is the rescue if the symptom is a wait, and the workers continue', () => {
    const workers: readonly Worker[] = [
      { name: 'editor', run: 'editor --phase-ms 6000 gopls' },
      { name: 'daemon', run: 'gopls serve', background: true },
    ];
    expect(arm({ symptom: 'true', workers })).toMatchObject({
      rescue: 'remedy',
      run: { editor: 'editor --phase-ms 30000 gopls' },
    });
    expect(arm({ symptom: 'true', workers })?.run?.['daemon']).toBeUndefined();
  });
});

const step: RemedyStep = { finding: 'stalled-proxy', text: 'kill -KILL 4', outcome: 'done', lines: [] };
const judged = (remedy: readonly RemedyStep[] | null) =>
  judgeHistory(aScenario({ doctorFinding: 'stalled-proxy' }), aHistory({ arm: remedyArm, remedy }), {
    expect: 'reproduced',
  });

describe('a symptom that ended', () => {
  test('counts for the remedy that was carried out', () => {
    expect(judged([step]).state).toBe('absent');
    expect(judged([{ ...step, outcome: 'told' }]).state).toBe('absent');
  });

  test.each<[string, readonly RemedyStep[] | null]>([
    ['nothing was carried out', []],
    ['the doctor did not run', null],
    ['only the remedy of another finding was carried out', [{ ...step, finding: 'lock-waiter' }]],
    ['every step failed', [{ ...step, outcome: 'failed' }]],
    [
      'all that did not fail is left to a person',
      [
        { ...step, outcome: 'failed' },
        { ...step, outcome: 'told' },
      ],
    ],
  ])('does not count if %s', (_, remedy) => {
    expect(judged(remedy)).toMatchObject({
      state: 'unknown',
      why: expect.stringMatching(/no remedy of stalled-proxy/),
    });
  });
});

test.each<[readonly RemedyStep[], string]>([
  [[], 'the doctor carried out nothing'],
  [[{ ...step, outcome: 'failed' }], 'stalled-proxy: kill -KILL 4: failed'],
])('a symptom that stayed is told with what was done: %j', (remedy, said) => {
  const finding = judgeHistory(
    aScenario({ doctorFinding: 'stalled-proxy' }),
    aHistory({ arm: remedyArm, remedy, workers: [aFailed('device or resource busy')] }),
    { expect: 'reproduced' },
  );
  expect(finding).toMatchObject({ state: 'present', why: expect.stringContaining(`(${said})`) });
});

describe('a cell', () => {
  const cell = aCell({ doctorFinding: 'stalled-proxy', mitigations: {} });
  const busy = [aFailed('device or resource busy')];
  const doctor = [{ at: 'symptom', findings: ['stalled-proxy'], verdict: '' }] as const;
  const assembled = (...histories: Parameters<typeof aHistory>[0][]) =>
    assembleCell(
      cell,
      histories.map((change) => judgeTrial(cell, aHistory(change))),
      1,
    );

  test('of a run without this arm is judged as before', () => {
    expect(assembled({ workers: busy, doctor })).toMatchObject({ asExpected: true, mitigations: [] });
  });

  test('holds if each symptom that showed was fixed, even if some trials showed none', () => {
    const untried = { arm: remedyArm, remedy: [] } as const;
    expect(assembled({ workers: busy, doctor }, { arm: remedyArm, remedy: [step] }, untried).asExpected).toBe(true);
    expect(assembled({ workers: busy, doctor }, untried).asExpected).toBe(false);
    const lost = { ...untried, harness: 'the engine has gone' };
    expect(assembled({ workers: busy, doctor }, { arm: remedyArm, remedy: [step] }, lost).asExpected).toBe(false);
  });

  test('gives the reason if no remedy is carried out', () => {
    const none = aCell({ doctorFinding: 'filesystem-hung', remedy: { none: 'it hangs' } });
    expect(assembleCell(none, [judgeTrial(none, aHistory({ workers: busy }))], 1).doctor.withoutRemedy).toBe(
      'it hangs',
    );
    expect(assembled({ workers: busy, doctor }).doctor.withoutRemedy).toBeNull();
  });

  test('is not as expected if the remedy does not end the symptom', () => {
    const broken = assembled({ workers: busy, doctor }, { arm: remedyArm, workers: busy, remedy: [step] });
    expect(broken).toMatchObject({ asExpected: false, mitigations: [{ name: remedyArm, verdict: 'fails' }] });
    expect(assembled({ workers: busy, doctor }, { arm: remedyArm, remedy: [step] }).asExpected).toBe(true);
  });

  test('is not as expected if the doctor still reports the finding afterwards', () => {
    const still = [{ at: 'end', findings: ['stalled-proxy'], verdict: '' }] as const;
    expect(assembled({ workers: busy, doctor }, { arm: remedyArm, remedy: [step], doctor: still }).asExpected).toBe(
      false,
    );
  });
});

test.each([
  [{ remedy: {} }, 'remedy has no effect: the scenario has no `doctorFinding`'],
  [
    { doctorFinding: 'x', remedy: { none: 'it hangs', decide: 'true' } },
    'remedy.none excludes the other keys of `remedy`: nothing is carried out',
  ],
  [
    { doctorFinding: 'x', remedy: { rescue: 'true' } },
    'remedy.rescue would never run: the scenario has no `symptom` to trigger it',
  ],
  [{ doctorFinding: 'x', remedy: { run: { tiddy: 'true' } } }, 'remedy.run.tiddy is not a worker; did you mean tidy?'],
  [
    { doctorFinding: 'x', mitigations: { [remedyArm]: {} } },
    `mitigations["${remedyArm}"] would be stored under the file name of another arm; rename it`,
  ],
])('a scenario with %j is refused', (change, flaw) => {
  expect(scenarioFlaws({ ...aScenario({}), ...change })).toContain(flaw);
});
