/** What a session heard, and what it is stuck in: over facts, without go. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { argumentsFor } from '../../../src/doctor/facts/gopls/serving-gopls.ts';
import { sessionFact } from '../../../src/doctor/facts/gopls/session-fact.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { parseSnapshot } from '../../../src/doctor/parse-snapshot.ts';
import type { ProcessFact } from '../../../src/doctor/process-fact.ts';
import type { SessionFact, Snapshot } from '../../../src/doctor/snapshot.ts';

const read = (name: string): Snapshot =>
  parseSnapshot(name, readFileSync(join(import.meta.dirname, 'snapshots', `${name}.json`), 'utf8'));

const quiet: Pick<SessionFact, 'pid' | 'stuck' | 'why' | 'from'> = { pid: null, stuck: null, why: null, from: [] };
const shows = (type: number, message: string) => ({ method: 'window/showMessage', params: { type, message } });
const counted = (snapshot: Snapshot) =>
  diagnose(snapshot)
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ id, severity }) => `${severity} ${id}`);

test('an error that gopls shows is an error, a warning is a warning, and a log message is neither', () => {
  const well = read('healthy-session');
  const withHeard = (...heard: Parameters<typeof sessionFact>[0]) => ({ ...well, session: sessionFact(heard, quiet) });
  expect(counted(withHeard(shows(1, 'Invalid settings: nosuch')))).toEqual(['error gopls-says']);
  expect(counted(withHeard(shows(2, 'Found Go version 1.19')))).toEqual(['warning gopls-says']);
  expect(counted(withHeard(shows(3, 'Finished loading packages.'), shows(4, 'Loading packages...')))).toEqual([]);
  const diagnostics = (severity: number, file: string) => ({
    method: 'textDocument/publishDiagnostics',
    params: { uri: `file:///home/ada/m/${file}`, diagnostics: [{ severity, message: 'unknown directive: <<<<<<<' }] },
  });
  expect(counted(withHeard(diagnostics(1, 'go.mod')))).toEqual(['error gopls-says']);
  expect(counted(withHeard(diagnostics(2, 'go.mod')))).toEqual([]);
  expect(counted(withHeard(diagnostics(1, 'm.go')))).toEqual([]);
});

test('messages of gopls are stored without passwords', () => {
  const { said } = sessionFact([shows(1, 'https://ada:secret@proxy.example/x: 404')], quiet);
  expect(said.join()).not.toContain('secret');
});

/** As --connect sees it: the processes of that snapshot's gopls are its own. */
function asOwn(snapshot: Snapshot, session: Partial<SessionFact>): Snapshot {
  const gopls = snapshot.processes.find(({ name }) => name === 'gopls');
  const isBelow = ({ pid, ppid }: ProcessFact): boolean => {
    const parent = snapshot.processes.find((one) => one.pid === ppid);
    return pid === gopls?.pid || (parent !== undefined && isBelow(parent));
  };
  return {
    ...snapshot,
    session: { ...sessionFact([], quiet), pid: gopls?.pid ?? null, ...session },
    processes: snapshot.processes.map((one) => (isBelow(one) ? { ...one, aside: 'unlatch' } : one)),
  };
}

test('a stuck session is reported by its wait, and its gopls is not a subject', () => {
  const { verdict, findings } = diagnose(asOwn(read('module-lock-held'), { stuck: 'go list', why: 'no answer' }));
  expect(verdict).toMatch(
    /^the session that unlatch opened waits for `go list` \(.*\), which waits for the lock of example\.com\/dep@v1\.0\.0, held by `sleep`/,
  );
  expect(findings.filter(({ severity }) => severity !== 'note').map(({ id }) => id)).toEqual(['lock-waiter']);
  expect(findings[0]?.consequences.join()).not.toMatch(/^gopls/);
});

test('a session that succeeded adds nothing, whatever its processes were doing', () => {
  expect(counted(asOwn(read('module-lock-held'), { stuck: null }))).toEqual([]);
});

test('a missing view is an error only if nothing else explains it and nothing progresses', () => {
  const well = read('healthy-session');
  const stuck = { ...sessionFact([], quiet), stuck: 'go env', why: 'no answer within 10000 ms (go env)' };
  expect(counted({ ...well, session: stuck })).toEqual(['error gopls-says']);
  expect(counted({ ...well, session: { ...stuck, stuck: 'go list' } })).toEqual([]);
  expect(counted({ ...read('daemon-stopped'), session: { ...stuck, stuck: 'initialize' } })).toEqual([
    'error daemon-stopped',
  ]);
  const busy = { ...well.processes[0], pid: 7, did: { busyMs: 900, ioBytes: 0, children: 0 } } as ProcessFact;
  expect(counted({ ...well, processes: [busy], session: { ...stuck, pid: 7 } })).toEqual([]);
});

test.each([
  ['-logfile=/home/ada/x -rpc.trace -remote=auto', '-remote=auto -remote.listen.timeout=1s'],
  ['-remote auto -remote.listen.timeout 1m -vv', '-remote auto -remote.listen.timeout=1s'],
  ['-debug localhost:6060 -mode=stdio serve', '-mode=stdio serve'],
  ['serve -listen unix;/tmp/x -listen.timeout 1m0s', 'serve'],
  ['', ''],
])('of the arguments "%s" only those that two gopls can share stay: "%s"', (given, kept) => {
  const words = (text: string) => text.split(' ').filter((word) => word !== '');
  expect(argumentsFor(words(given))).toEqual(words(kept));
});
