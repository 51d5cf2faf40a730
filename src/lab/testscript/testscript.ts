/**
 * One arm of a scenario as a testscript: a file that Go's own developers run without unlatch. It passes where the symptom is as
 * the catalogue expects, and fails with the Go that changed it.
 * Source: github.com/rogpeppe/go-internal/testscript, package documentation; cmd/go/testdata/script/README.
 */
import { strToU8 } from 'fflate';
import { quoteWord } from '../../quote-word.ts';
import type { Capability } from '../fault/fault.ts';
import { prefixOf } from '../runtime/host/isolation.ts';
import { needsSysAdmin } from '../runtime/needs-sys-admin.ts';
import type { CellSpec } from '../scenario/scenario.ts';
import { driverFiles, testscriptFiles } from '../trial/driver-files.ts';
import { type Arm, armFaults, deadlineOf, needsOf, sandboxFiles } from '../trial/sandbox-files.ts';
import { archiveOf } from './archive-of.ts';
import { withoutDoctor } from './why-not.ts';

/** Runs a testscript, whose name follows, with the go on PATH. */
export const testscriptCommand = 'go run github.com/rogpeppe/go-internal/cmd/testscript@v1.14.1';

/** What a trial needs in any case, and for its capabilities. Only Linux has all of them. */
const always = ['awk', 'base64', 'bash', 'flock', 'ip', 'setpriv', 'unshare'];
const programs: Partial<Readonly<Record<Capability, readonly string[]>>> = {
  ptrace: ['strace'],
  fuse: ['bindfs', 'fusermount3'],
  git: ['git'],
  ps: ['ps'],
  ss: ['ss'],
  redis: ['redis-server', 'redis-cli'],
  etcd: ['etcd', 'etcdctl'],
};

export interface TestscriptOptions {
  readonly id: string;
  /** whyNot() says of it that it can be one. */
  readonly arm: Arm;
  readonly spec: CellSpec;
  readonly expected: 'present' | 'absent';
  /** The Go that differs. */
  readonly go: string;
}

export function testscriptOf({ id, arm: given, spec, expected, go }: TestscriptOptions): string {
  const arm = withoutDoctor(given);
  const needs = needsOf(arm);
  const sandbox = sandboxFiles(arm, deadlineOf(arm));
  const files = new Map([...sandbox, ...driverFiles(needs, null), ...testscriptFiles()]);
  const put = (name: string, lines: readonly string[]) => files.set(name, strToU8(lines.map((l) => `${l}\n`).join('')));
  put('trial/folders', foldersOf([...files.keys()]));
  const bounds = { root: '', visible: [], asRoot: arm.scenario.user === 'root' };
  put('trial/prefix', [prefixOf('unshare', bounds, needsSysAdmin(needs)).map(quoteWord).join(' ')]);
  const { commands = [] } = arm.mitigation?.check ?? arm.scenario.check;
  put(
    'trial/symptoms',
    commands.map((words) => words.map(quoteWord).join(' ')),
  );
  const avoids = arm.mitigation === null ? spec.avoids === true : arm.mitigation.avoids === true;
  put('trial/hits', avoids ? [] : armFaults(arm).flatMap(({ hit }) => hit ?? []));

  const comment = [
    `${id}${arm.name === null ? '' : `, "${arm.name}"`}: ${arm.scenario.claim}`,
    `Source: ${arm.mitigation?.source ?? arm.scenario.source}`,
    `The symptom should be ${expected}. With go ${go} it is not.`,
    `Run this file with the go on PATH: ${testscriptCommand} FILE`,
  ];
  const wanted = [...always, ...needs.flatMap((need) => programs[need] ?? [])];
  const steps = [
    ...wanted.map((name) => `[!exec:${name}] skip 'needs ${name}'`),
    'exec bash lab/trial/testscript.sh',
    `stdout '^the symptom is ${expected}$'`,
  ];
  const text = [...comment.map((line) => `# ${line.replace(/\s+/g, ' ')}`), ...steps, ''].join('\n');
  return archiveOf(text, new Map([...files].map(([name, data]) => [`lab/${name}`, data])));
}

function foldersOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name) => name.endsWith('/')))].sort();
}
