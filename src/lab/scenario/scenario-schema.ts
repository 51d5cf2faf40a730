/**
 * The shape of a scenario, checked at run time. tsc checks the scenarios of this repository against the
 * `Scenario` interface; for users' files this schema does.
 */
import { validRange } from 'semver';
import * as v from 'valibot';
import { UserError } from '../../errors.ts';
import type { Checker } from '../check/finding.ts';
import { capabilities, type Fault } from '../fault/fault.ts';
import { fileNameOf } from '../history/history-store.ts';
import { remedyArm } from '../remedy-arm.ts';
import { splitModules } from '../trial/go-proxy.ts';
import type { Scenario } from './scenario.ts';
import { dotted, expected, only, pathTo, quoted, suggestion } from './schema-messages.ts';
import { parseTxtar } from './txtar.ts';

const text = v.pipe(v.string(expected('a string')), v.nonEmpty('is empty'));
const shellLine = text;
const flag = v.boolean(expected('true or false'));
const milliseconds = v.pipe(
  v.number(expected('a number of milliseconds')),
  v.integer('is not a whole number'),
  v.minValue(1, 'is less than 1'),
);
const times = v.pipe(
  v.number(expected('a number')),
  v.integer('is not a whole number'),
  v.minValue(1, 'is less than 1'),
);
const shellLines = v.array(shellLine, expected('a list of shell lines'));

/** Names become file names, words of shell lines and, for variables, names that bash must be able to export. */
const workerName = v.pipe(
  text,
  v.regex(/^[A-Za-z0-9-]+$/, (issue) => `${quoted(issue.input)} is not a worker name; use letters, digits and "-"`),
);
const probeName = v.pipe(
  v.string(),
  v.regex(/^[\w-]+( [\w-]+)*$/, (issue) => `${quoted(issue.input)} is not a probe name; use letters, digits and "-"`),
);
const variable = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z_]\w*$/, (issue) => `${quoted(issue.input)} is not a name of an environment variable`),
);
const armName = v.pipe(text, v.maxLength(120, 'is longer than 120 characters'));
const env = v.record(variable, v.string(expected('a string')), expected('an object of variables'));
const functionOf = <T>(what: string) => v.custom<T>((input) => typeof input === 'function', expected(what));
const checker = functionOf<Checker>('a checker, such as failsWith(/…/)');
const readsLog = 'a function that reads the log';
const versionRange = v.pipe(
  text,
  v.check(
    (range) => validRange(range) !== null,
    (issue) => `${quoted(issue.input)} is not a version range; write it as "<1.14", ">=1.14" or "1.22"`,
  ),
);

const needs = v.array(
  v.picklist(
    capabilities,
    expected(
      '"ptrace", "fuse", "pidns", "root", "user", "procfs", "node", "netns", "git", "ps", "ss", "redis" or "etcd"',
    ),
  ),
  expected('a list of capabilities'),
);

const fault = only(
  {
    name: text,
    needs,
    wrap: v.exactOptional(shellLine),
    canary: v.exactOptional(shellLine),
    program: v.exactOptional(v.literal('faultfs')),
    hold: v.exactOptional(shellLine),
    note: v.exactOptional(shellLine),
    hit: v.exactOptional(text),
    count: functionOf<Fault['count']>(readsLog),
    times: v.exactOptional(functionOf<NonNullable<Fault['times']>>(readsLog)),
  },
  'a fault, such as callFails(…)',
);

const cell = only({
  go: v.exactOptional(versionRange),
  gopls: v.exactOptional(versionRange),
  expect: v.picklist(['reproduced', 'not-reproduced'], expected('"reproduced" or "not-reproduced"')),
  avoids: v.exactOptional(flag),
});

const worker = only({
  name: workerName,
  run: shellLine,
  count: v.exactOptional(times),
  fault: v.exactOptional(v.nullable(fault)),
  after: v.exactOptional(shellLine),
  ownPidNamespace: v.exactOptional(flag),
  background: v.exactOptional(flag),
});

const mitigation = only({
  expect: v.exactOptional(v.picklist(['holds', 'fails'], expected('"holds" or "fails"'))),
  source: v.exactOptional(text),
  env: v.exactOptional(env),
  setup: v.exactOptional(shellLines),
  rescue: v.exactOptional(shellLine),
  run: v.exactOptional(v.record(v.string(), shellLine, expected('an object of commands by worker'))),
  fault: v.exactOptional(v.nullable(fault)),
  avoids: v.exactOptional(flag),
  causeStays: v.exactOptional(flag),
  check: v.exactOptional(checker),
  deadlineMs: v.exactOptional(milliseconds),
});

const remedy = only({
  decide: v.exactOptional(shellLine),
  rescue: v.exactOptional(shellLine),
  run: v.exactOptional(v.record(v.string(), shellLine, expected('an object of commands by worker'))),
  fault: v.exactOptional(v.null(expected('null'))),
  causeStays: v.exactOptional(flag),
  check: v.exactOptional(checker),
  deadlineMs: v.exactOptional(milliseconds),
  none: v.exactOptional(text),
});

const archive = v.pipe(
  v.string(expected('a txtar archive')),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    try {
      splitModules(parseTxtar(dataset.value));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      addIssue({ message: error.message });
    }
  }),
);

const shape = only({
  claim: text,
  source: text,
  cells: v.pipe(
    v.array(cell, expected('a list of cells')),
    v.nonEmpty('is empty: name the versions and the expectation'),
  ),
  files: archive,
  env: v.exactOptional(env),
  setup: v.exactOptional(shellLines),
  workers: v.pipe(v.array(worker, expected('a list of workers')), v.nonEmpty('is empty: nothing would run')),
  fault: v.exactOptional(fault),
  symptom: v.exactOptional(shellLine),
  probes: v.exactOptional(v.record(probeName, shellLine, expected('an object of shell lines'))),
  mitigations: v.exactOptional(v.record(armName, mitigation, expected('an object of mitigations'))),
  check: checker,
  trials: v.exactOptional(times),
  deadlineMs: v.exactOptional(milliseconds),
  trace: v.exactOptional(flag),
  exclusive: v.exactOptional(flag),
  needs: v.exactOptional(needs),
  user: v.exactOptional(v.picklist(['root', 'ordinary'], expected('"root", "ordinary", or absent'))),
  doctorFinding: v.exactOptional(text),
  remedy: v.exactOptional(remedy),
});

type Shape = v.InferOutput<typeof shape>;

const schema = v.pipe(
  shape,
  v.rawCheck(({ dataset, addIssue }) => {
    // A flaw in a part is already reported.
    if (!dataset.typed || dataset.issues !== undefined) return;
    const report = (keys: readonly (string | number)[], message: string) =>
      addIssue({ message, path: pathTo(dataset.value, keys) });
    const { workers, mitigations, symptom } = dataset.value;
    const names = workers.map(({ name }) => name);
    names.forEach((name, index) => {
      if (names.indexOf(name) !== index) report(['workers', index, 'name'], `"${name}" is the name of another worker`);
    });
    if (workers.every(({ background }) => background === true)) {
      report(['workers'], 'leaves nothing to wait for: all of them run in the background');
    }
    const files = [fileNameOf(null), fileNameOf(remedyArm)];
    for (const name of Object.keys(mitigations ?? {})) {
      if (files.includes(fileNameOf(name))) {
        report(['mitigations', name], 'would be stored under the file name of another arm; rename it');
      }
      files.push(fileNameOf(name));
    }
    if (dataset.value.trace === true) {
      const lays = (laid: { readonly needs: readonly string[] } | null | undefined) => laid?.needs.includes('ptrace');
      const twice = 'needs strace, which already traces the workers; remove `trace` or this fault';
      if (lays(dataset.value.fault)) report(['fault'], twice);
      workers.forEach(({ fault, ownPidNamespace }, index) => {
        if (lays(fault)) report(['workers', index, 'fault'], twice);
        if (ownPidNamespace === true)
          report(['workers', index, 'ownPidNamespace'], 'cannot be traced: its processes have other pids inside');
      });
      for (const [name, { fault }] of Object.entries(mitigations ?? {})) {
        if (lays(fault)) report(['mitigations', name, 'fault'], twice);
      }
    }
    const given = dataset.value.remedy;
    if (given !== undefined && dataset.value.doctorFinding === undefined) {
      report(['remedy'], 'has no effect: the scenario has no `doctorFinding`');
    }
    if (given?.none !== undefined && Object.keys(given).length > 1) {
      report(['remedy', 'none'], 'excludes the other keys of `remedy`: nothing is carried out');
    }
    for (const key of Object.keys(given?.run ?? {})) {
      if (!names.includes(key)) report(['remedy', 'run', key], `is not a worker${suggestion(key, names)}`);
    }
    if (given?.rescue !== undefined && symptom === undefined) {
      report(['remedy', 'rescue'], 'would never run: the scenario has no `symptom` to trigger it');
    }
    for (const [name, { run, rescue }] of Object.entries(mitigations ?? {})) {
      for (const key of Object.keys(run ?? {})) {
        if (!names.includes(key)) report(['mitigations', name, 'run', key], `is not a worker${suggestion(key, names)}`);
      }
      if (rescue !== undefined && symptom === undefined) {
        report(['mitigations', name, 'rescue'], 'would never run: the scenario has no `symptom` to trigger it');
      }
    }
  }),
);

/** Fails to compile if the schema and the `Scenario` interface differ, even in an optional key. */
true satisfies Same<Plain<Scenario>, Plain<Shape>>;

/** Whether two types are identical. Mutual assignability would miss an optional key that only one has. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Makes everything readonly, since valibot infers mutable types. */
type Plain<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends readonly (infer E)[]
    ? readonly Plain<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T;

/** The flaws that keep a value from being a scenario, each with its dotted path; empty: none. */
export function scenarioFlaws(value: unknown): readonly string[] {
  const result = v.safeParse(schema, value);
  if (result.success) return [];
  return result.issues.map(({ path, message }) => {
    const where = dotted(path?.map(({ key }) => key) ?? []);
    return where === '' ? message : `${where} ${message}`;
  });
}
