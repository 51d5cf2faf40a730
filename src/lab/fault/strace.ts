/**
 * What the faults that strace injects have in common: its command line, and how its log tells what was struck.
 * Source: strace(1), "Tampering". Only the calls asked for stop the process (--seccomp-bpf); `signal=none` keeps out
 * the SIGURG by which Go preempts its goroutines.
 */
import type { Fault } from './fault.ts';

/** A family of system calls, by the name that people use for it. */
export type Call = 'rename' | 'flock' | 'unlink' | 'open';

/** One kind of call, perhaps on one file only. */
export interface CallFilter {
  readonly call: Call;
  /** Only calls on this file; the sandbox's variables ($GOMODCACHE …) may stand in it. */
  readonly path?: string;
  /** Only the n-th such call of each process, from 1; `n+` for that one and all that follow. */
  readonly nth?: number | `${number}+`;
}

const syscalls: Readonly<Record<Call, string>> = {
  rename: '/^rename',
  flock: 'flock',
  unlink: '/^unlink',
  // Every program opens its libraries: without a path this strikes them all.
  open: 'openat',
};

/** A command that makes the call on $FAULT_LOG.canary, whatever comes of it. */
const canaries: Readonly<Record<Call, string>> = {
  rename: 'mv "$FAULT_LOG.canary" "$FAULT_LOG.canary.moved"',
  flock: 'flock -n "$FAULT_LOG.canary" true',
  unlink: 'rm -f "$FAULT_LOG.canary"',
  open: 'cat "$FAULT_LOG.canary"',
};

/**
 * A fault that strace injects.
 * @param injection what happens, as strace spells it after `inject=CALL:`.
 */
export function straceFault(name: string, filter: CallFilter, injection: string): Fault {
  const { call, path, nth } = filter;
  const calls = syscalls[call];
  const when = nth === undefined ? '' : `:when=${nth}`;
  const paths = path === undefined ? '' : ` -P "$FAULT_LOG.canary" -P "${path}"`;
  return {
    name,
    needs: ['ptrace'],
    wrap: `strace -f --seccomp-bpf -qq -e signal=none -e trace=${calls} -e inject=${calls}:${injection}${when}${paths} -o "$FAULT_LOG"`,
    canary: `: >"$FAULT_LOG.canary"; { ${canaries[call]} || true; } >/dev/null 2>&1`,
    count: (log) => countInjections(log, nth === undefined || nth === 1 || nth === '1+'),
  };
}

/** @param struckCanary whether the canary's single call must have been struck, or only seen. */
function countInjections(log: string, struckCanary: boolean): { readonly armed: boolean; readonly hits: number } {
  const struck = (line: string) => /\((INJECTED|DELAYED)\b/.test(line);
  const lines = log.split('\n');
  const canary = lines.filter((line) => line.includes('.canary'));
  return {
    armed: struckCanary ? canary.some(struck) : canary.length > 0,
    hits: lines.filter((line) => struck(line) && !line.includes('.canary')).length,
  };
}
