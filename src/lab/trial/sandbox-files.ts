/**
 * The files of a sandbox before its trial: the workspace, the proxy with its checksum database, and below
 * trial/ the instructions for sandbox/driver.sh. Independent of the runtime; they contain no path of this
 * machine, since the driver sets $LAB to its own root.
 */
import { strToU8 } from 'fflate';
import { straceWords } from '../../trace/strace/strace-command.ts';
import type { Capability, Fault } from '../fault/fault.ts';
import type { ArmName } from '../history/history.ts';
import { mitigationsOf, remedyArm } from '../remedy-arm.ts';
import { type Mitigation, type Scenario, usesGopls, type Worker } from '../scenario/scenario.ts';
import { parseTxtar } from '../scenario/txtar.ts';
import { checksumDb } from './checksum-db.ts';
import { proxyFiles, serveModule, splitModules } from './go-proxy.ts';
import { ownPidNamespace } from './own-pid-namespace.ts';

export interface Arm {
  readonly scenario: Scenario;
  readonly name: ArmName;
  /** null: the baseline. */
  readonly mitigation: Mitigation | null;
}

/** One copy of a worker, with its fault. */
export interface Copy {
  /** "tidy.0": unique in its trial; the name of its folders. */
  readonly id: string;
  readonly worker: Worker;
  readonly copy: number;
  readonly command: string;
  readonly fault: Fault | null;
}

export const defaultDeadlineMs = 60_000;
/** Folders below $LAB that the driver and the workers expect. */
const folders = [
  'work',
  'home',
  'tmp',
  'gopath',
  'gocache',
  'xdg/cache',
  'xdg/config',
  'xdg/state',
  'xdg/data',
  'xdg/run',
];

export function armOf(scenario: Scenario, name: ArmName): Arm {
  if (name === null) return { scenario, name, mitigation: null };
  const mitigation = mitigationsOf(scenario)[name];
  if (mitigation === undefined) throw new RangeError(`no mitigation ${name}`);
  return { scenario, name, mitigation };
}

/** The scenario's fault in this arm; copiesOf() has those of single workers. */
function scenarioFault({ scenario, mitigation }: Arm): Fault | null {
  return mitigation?.fault === undefined ? (scenario.fault ?? null) : mitigation.fault;
}

export function copiesOf(arm: Arm): readonly Copy[] {
  const shared = scenarioFault(arm);
  return arm.scenario.workers.flatMap((worker) => {
    const command = arm.mitigation?.run?.[worker.name] ?? worker.run;
    const replaced = arm.mitigation?.fault !== undefined && worker.fault !== null;
    const own = worker.fault === undefined || replaced ? shared : worker.fault;
    const fault = own?.hold === undefined ? own : null;
    return Array.from({ length: worker.count ?? 1 }, (_, copy) => ({
      id: `${worker.name}.${copy}`,
      worker,
      copy,
      command,
      fault,
    }));
  });
}

/** Faults that affect the whole sandbox, in the order of their files below out/hold/. */
export function holdsOf(arm: Arm): readonly Fault[] {
  const ofWorkers = arm.mitigation?.fault === undefined ? arm.scenario.workers.map(({ fault }) => fault ?? null) : [];
  const faults = [scenarioFault(arm), ...ofWorkers];
  return faults.filter((fault) => fault !== null).filter((fault) => fault.hold !== undefined);
}

/** All faults of an arm: of the sandbox, and of its workers. */
export function armFaults(arm: Arm): readonly Fault[] {
  return [...holdsOf(arm), ...copiesOf(arm).flatMap(({ fault }) => fault ?? [])];
}

/** The capabilities that this arm needs. */
export function needsOf(arm: Arm): readonly Capability[] {
  const needs = new Set([...armFaults(arm).flatMap((fault) => fault.needs), ...(arm.scenario.needs ?? [])]);
  if (arm.scenario.user === 'root') needs.add('root');
  if (arm.scenario.user === 'ordinary') needs.add('user');
  if (arm.scenario.trace === true) needs.add('ptrace');
  if (arm.scenario.workers.some((worker) => worker.ownPidNamespace === true)) needs.add('pidns');
  // The editor that connects to gopls and the doctor are Node programs.
  if (usesGopls(arm.scenario) || arm.scenario.doctorFinding !== undefined) needs.add('node');
  return [...needs];
}

/** Whether a fault of this arm mounts sandbox/faultfs. */
export function usesFaultfs(arm: Arm): boolean {
  return holdsOf(arm).some(({ program }) => program === 'faultfs');
}

export function deadlineOf(arm: Arm): number {
  return arm.mitigation?.deadlineMs ?? arm.scenario.deadlineMs ?? defaultDeadlineMs;
}

/** @throws UserError if the scenario's archive is malformed. */
export function sandboxFiles(arm: Arm, deadlineMs: number): ReadonlyMap<string, Uint8Array> {
  const { scenario, mitigation } = arm;
  const { workspace, modules } = splitModules(parseTxtar(scenario.files));
  const served = modules.map(serveModule);
  const db = checksumDb(served);
  const files = new Map<string, Uint8Array>();
  const put = (name: string, text: string) => files.set(name, strToU8(text));

  for (const file of workspace) put(`work/${file.name}`, file.data);
  for (const [name, data] of [...proxyFiles(served), ...db.files]) files.set(`proxy/${name}`, data);

  put('trial/env', environment({ ...doctorOf(arm), ...scenario.env, ...mitigation?.env }, db.gosumdb, deadlineMs));
  put('trial/setup', lines([...(scenario.setup ?? []), ...(mitigation?.setup ?? [])]));
  if (scenario.symptom !== undefined) put('trial/symptom', lines([scenario.symptom]));
  if (mitigation?.rescue !== undefined) put('trial/rescue', lines([mitigation.rescue]));

  if (arm.name === remedyArm && scenario.remedy?.decide !== undefined)
    put('trial/decide', lines([scenario.remedy.decide]));

  const holds = holdsOf(arm);
  put('trial/holds', lines(holds.map((_, index) => `${index}`)));
  holds.forEach((fault, index) => {
    put(`trial/hold/${index}`, lines([fault.hold ?? '']));
    if (fault.note !== undefined) put(`trial/hold/${index}.note`, lines([fault.note]));
    put(`out/hold/${index}`, '');
  });

  const copies = copiesOf(arm);
  put('trial/workers', lines(copies.map(({ id, worker }) => `${id} ${worker.background === true ? 1 : 0}`)));
  for (const { id, worker, command, fault } of copies) {
    put(`trial/worker/${id}/run`, lines([command]));
    if (worker.after !== undefined) put(`trial/worker/${id}/after`, lines([worker.after]));
    if (fault?.wrap !== undefined) put(`trial/worker/${id}/wrap`, fault.wrap);
    if (scenario.trace === true)
      put(`trial/worker/${id}/trace`, straceWords('"$worker_out/trace"').map(quoted).join(' '));
    if (worker.ownPidNamespace === true) put(`trial/worker/${id}/own-pid-namespace`, ownPidNamespace);
    if (fault?.canary !== undefined) put(`trial/worker/${id}/canary`, lines([fault.canary]));
    put(`out/worker/${id}/exit`, '');
  }

  const probes = Object.entries(scenario.probes ?? {});
  put('trial/probes', lines(probes.map(([name]) => name)));
  for (const [name, line] of probes) {
    put(`trial/probe/${name}`, lines([line]));
    put(`out/probe/${name}.code`, '');
  }
  // Otherwise Go's telemetry starts an extra process with each command. Source: golang.org/x/telemetry, mode file.
  put('xdg/config/go/telemetry/mode', 'off');
  for (const folder of folders) put(`${folder}/`, '');
  return files;
}

function doctorOf({ scenario: { doctorFinding }, name }: Arm): Readonly<Record<string, string>> {
  if (doctorFinding === undefined) return {};
  const doctor = `\${NODE:-node} $LAB/trial/doctor.cjs --for ${doctorFinding}`;
  return { DOCTOR: doctor, ...(name === remedyArm ? { REMEDY: '1' } : {}) };
}

/**
 * Go's whole environment in a sandbox. GOENV=off ignores the user's `go env -w`; GOTOOLCHAIN=local prevents a
 * toolchain download; the runtime sets $GOROOT_BIN.
 */
function environment(extra: Readonly<Record<string, string>>, gosumdb: string, deadlineMs: number): string {
  const variables = {
    PATH: '$GOROOT_BIN:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    WORK: '$LAB/work',
    HOME: '$LAB/home',
    // If unset, each bash looks it up through a connection to nscd.
    SHELL: '/bin/bash',
    TMPDIR: '$LAB/tmp',
    XDG_CACHE_HOME: '$LAB/xdg/cache',
    XDG_CONFIG_HOME: '$LAB/xdg/config',
    XDG_STATE_HOME: '$LAB/xdg/state',
    XDG_DATA_HOME: '$LAB/xdg/data',
    XDG_RUNTIME_DIR: '$LAB/xdg/run',
    LC_ALL: 'C',
    GOENV: 'off',
    GO111MODULE: 'on',
    GOTOOLCHAIN: 'local',
    GOPATH: '$LAB/gopath',
    GOMODCACHE: '$LAB/gopath/pkg/mod',
    GOCACHE: '$LAB/gocache',
    GOPROXY: 'file://$LAB/proxy',
    GOSUMDB: gosumdb,
    GOFLAGS: '',
    CGO_ENABLED: '0',
    GIT_TERMINAL_PROMPT: '0',
    DEADLINE_MS: `${deadlineMs}`,
    ...extra,
  };
  return lines(
    Object.entries(variables).map(([name, value]) => `export ${name}="${value.replace(/["\\`]/g, '\\$&')}"`),
  );
}

/** Some shells expand "?" and "!"; already quoted words stay. */
function quoted(word: string): string {
  return word.startsWith('"') ? word : `'${word}'`;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
