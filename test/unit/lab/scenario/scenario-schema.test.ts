/** Which shapes of a scenario are valid, and what is said of the others. */
import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../../scenarios/index.ts';
import { callFails } from '../../../../src/lab/fault/call-fails.ts';
import { scenarioFlaws } from '../../../../src/lab/scenario/scenario-schema.ts';
import { changed, refusal } from './a-scenario-file.ts';

test.each(Object.keys(scenarios))('the scenario %s passes the validation of user files', (id) => {
  expect(scenarioFlaws(scenarios[id])).toEqual([]);
});

/** Law: what tsc would refuse is refused, since no tsc sees the file. */
describe('a scenario of the wrong shape is refused, with the dotted path', () => {
  test.each([
    ["claim: 'It jams.',", '', 'claim is missing'],
    ["claim: 'It jams.',", 'claim: 7,', 'claim must be a string, not 7'],
    ["claim: 'It jams.',", "claim: '',", 'claim is empty'],
    ['mitigations:', 'mitigatons:', 'mitigatons is not known; did you mean mitigations?'],
    [
      "env: { GOSUMDB: 'off' }",
      "evn: { GOSUMDB: 'off' }",
      'mitigations["turn it off"].evn is not known; did you mean env?',
    ],
    [
      "env: { GOSUMDB: 'off' }",
      'env: { GOSUMDB: 1 }',
      'mitigations["turn it off"].env.GOSUMDB must be a string, not 1',
    ],
    [
      'GOSUMDB:',
      "'GO SUMDB':",
      'mitigations["turn it off"].env["GO SUMDB"] "GO SUMDB" is not a name of an environment variable',
    ],
    [/cells: .*/, 'cells: [],', 'cells is empty: name the versions and the expectation'],
    ["'>=1.14'", "'stable'", 'cells.0.go "stable" is not a version range; write it as "<1.14", ">=1.14" or "1.22"'],
    ["'>=1.14'", "['1.14']", 'cells.0.go must be a string, not Array'],
    ["expect: 'reproduced'", "expect: 'holds'", 'cells.0.expect must be "reproduced" or "not-reproduced", not "holds"'],
    ["name: 'tidy'", "name: 'ti/dy'", 'workers.0.name "ti/dy" is not a worker name; use letters, digits and "-"'],
    ['count: 2', 'count: 0', 'workers.0.count is less than 1'],
    ['count: 2', 'count: 1.5', 'workers.0.count is not a whole number'],
    ['count: 2', 'cuont: 2', 'workers.0.cuont is not known; did you mean count?'],
    ['count: 2', 'background: true', 'workers leaves nothing to wait for: all of them run in the background'],
    ['count: 2 }', "count: 2 }, { name: 'tidy', run: 'true' }", 'workers.1.name "tidy" is the name of another worker'],
    [/workers: .*/, 'workers: [],', 'workers is empty: nothing would run'],
    [
      "run: { tidy: 'true' }",
      "run: { tydi: 'true' }",
      'mitigations["turn it off"].run.tydi is not a worker; did you mean tidy?',
    ],
    [
      "run: { tidy: 'true' }",
      "expect: 'reproduced'",
      'mitigations["turn it off"].expect must be "holds" or "fails", not "reproduced"',
    ],
    [
      "run: { tidy: 'true' }",
      "rescue: 'true'",
      'mitigations["turn it off"].rescue would never run: the scenario has no `symptom` to trigger it',
    ],
    [
      "'turn it off': {",
      'Baseline: {',
      'mitigations.Baseline would be stored under the file name of another arm; rename it',
    ],
    [
      "'turn it off': {",
      "'Turn it-off': {}, 'turn it off': {",
      'mitigations["turn it off"] would be stored under the file name of another arm; rename it',
    ],
    ['check: failsWith(message)', 'check: message', 'check must be a checker, such as failsWith(/…/), not RegExp'],
    ['fault: callFails(', 'fault: String(', 'fault must be a fault, such as callFails(…), not "[object Object]"'],
    ['fault: callFails(', 'fault: null && (', 'fault must be a fault, such as callFails(…), not null'],
    ['-- go.mod --', '-- ../go.mod --', 'files txtar: ../go.mod leaves the archive; use a path below it'],
    ['-- go.mod --', '-- proxy/x --', 'files proxy/x: name a file below proxy/ proxy/MODULE@VERSION/FILE'],
    ['check:', "user: 'me', check:", 'user must be "root", "ordinary", or absent, not "me"'],
    [
      'check:',
      "probes: { 'a/b': 'true' }, check:",
      'probes["a/b"] "a/b" is not a probe name; use letters, digits and "-"',
    ],
    ['check:', 'trials: -1, check:', 'trials is less than 1'],
    ['check:', 'deadlineMs: Infinity, check:', 'deadlineMs is not a whole number'],
    ['check:', 'setup: "true", check:', 'setup must be a list of shell lines, not "true"'],
  ])('%s → %s', async (from, to, message) => {
    expect(await refusal(changed(from, to))).toBe(`mine.ts: ${message}`);
  });

  test('with all errors at once', async () => {
    expect(await refusal(changed('count: 2', 'cuont: 2').replace("claim: 'It jams.',", ''))).toBe(
      'mine.ts: claim is missing; workers.0.cuont is not known; did you mean count?',
    );
  });
});

test('a traced scenario has no strace fault and no worker in its own PID namespace', () => {
  const traced = { ...scenarios['lock-health'], trace: true };
  expect(scenarioFlaws(traced)).toEqual([]);
  const fault = callFails({ call: 'rename' }, 'EBUSY');
  const twice = 'needs strace, which already traces the workers; remove `trace` or this fault';
  expect(scenarioFlaws({ ...traced, fault })).toEqual([`fault ${twice}`]);
  expect(scenarioFlaws({ ...traced, workers: [{ name: 'download', run: 'true', fault }] })).toEqual([
    `workers.0.fault ${twice}`,
  ]);
  expect(scenarioFlaws({ ...traced, mitigations: { other: { fault } } })).toEqual([`mitigations.other.fault ${twice}`]);
  expect(scenarioFlaws({ ...traced, workers: [{ name: 'download', run: 'true', ownPidNamespace: true }] })).toEqual([
    'workers.0.ownPidNamespace cannot be traced: its processes have other pids inside',
  ]);
});
