/**
 * What the faults that strace injects have in common: its command line, and how its log tells what was struck.
 * Source: strace(1), "Tampering". `-y` names the file behind a descriptor, without which no flock could be told from
 * another; `signal=none` keeps out the SIGURG by which Go preempts its goroutines.
 */
import type { Fault } from './fault.ts';

/** A family of system calls, by the name that people use for it. */
export type Call = 'rename' | 'flock' | 'unlink' | 'open' | 'write' | 'stat' | 'mkdir' | 'connect';

/** One kind of call, perhaps on one file only. */
export interface CallFilter {
  readonly call: Call;
  /** Only calls on this file, spelt as the process spells it; the sandbox's variables ($GOMODCACHE …) may stand in it. */
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
  // Without a path this strikes whatever a process says, too.
  write: 'write',
  // By whichever of its names a program asks.
  stat: '/stat',
  mkdir: '/^mkdir',
  // strace finds no path in an address: this strikes every connection.
  connect: 'connect',
};

/** A command that makes the call on $FAULT_LOG.canary, whatever comes of it. A process of its own, since it may be killed. */
const canaries: Readonly<Record<Call, string>> = {
  rename: 'mv "$FAULT_LOG.canary" "$FAULT_LOG.canary.moved"',
  flock: 'flock -n "$FAULT_LOG.canary" true',
  unlink: 'rm -f "$FAULT_LOG.canary"',
  open: 'cat "$FAULT_LOG.canary"',
  write: 'bash -c \'echo >"$FAULT_LOG.canary"\'',
  stat: 'env test -e "$FAULT_LOG.canary"',
  mkdir: 'mkdir "$FAULT_LOG.canary"',
  connect: 'logger -u "$FAULT_LOG.canary" -',
};

/** What happens to a struck call: how strace is told, and how its log shows it. */
export type Injection =
  | { readonly kind: 'fails'; readonly errno: string }
  | { readonly kind: 'delayed'; readonly delayMs: number }
  | { readonly kind: 'killed' }
  | { readonly kind: 'stopped' };

const spelled = (injection: Injection): string => {
  switch (injection.kind) {
    case 'fails':
      return `error=${injection.errno}`;
    case 'delayed':
      return `delay_enter=${injection.delayMs * 1000}`;
    case 'killed':
      return 'signal=SIGKILL';
    case 'stopped':
      return 'signal=SIGSTOP';
  }
};

const struck: Readonly<Record<Injection['kind'], RegExp>> = {
  fails: /\(INJECTED\b/,
  // One that was still held up when its process was killed has its name in the log, and no answer.
  delayed: /\(DELAYED\b|<unfinished \.\.\.>$|\) += \?$/,
  killed: /\) += \?$/,
  // The call itself went as it goes.
  stopped: /\) += /,
};

/** A fault that strace injects. */
export function straceFault(name: string, filter: CallFilter, injection: Injection): Fault {
  const { call, path, nth } = filter;
  const calls = syscalls[call];
  const when = nth === undefined ? '' : `:when=${nth}`;
  const paths = path === undefined ? '' : ` -P "$FAULT_LOG.canary" -P "${path}"`;
  // With a seccomp filter only the calls asked for stop the process, which is faster by far; but at such a stop no signal
  // can be injected, and strace drops it silently. Source: ptrace(2), PTRACE_EVENT stops; seen with strace 6.1.
  const filtered = injection.kind === 'killed' || injection.kind === 'stopped' ? '' : ' --seccomp-bpf';
  // A canary that is held up is waited for until it is in the log, and no longer; one that was stopped before it came so far goes on.
  const heldUp = injection.kind === 'delayed' || injection.kind === 'stopped';
  const canary = heldUp
    ? `${canaries[call]} & held=$!; until grep -qs canary "$FAULT_LOG" || ! kill -0 $held; do kill -CONT $held; read -rt 0.02 <> <(:); done; kill -KILL $held; wait $held`
    : canaries[call];
  return {
    name,
    needs: ['ptrace'],
    wrap: `strace -f${filtered} -y -qq -e signal=none -e trace='${calls}' -e inject='${calls}:${spelled(injection)}${when}'${paths} -o "$FAULT_LOG"`,
    canary: `{ touch "$FAULT_LOG.canary" || true; ${canary} || true; } >/dev/null 2>&1`,
    count: (log) => countStruck(log, struck[injection.kind], nth === undefined || nth === 1 || nth === '1+'),
  };
}

/** @param canaryStruck whether the canary's single call must have been struck, or only seen. */
function countStruck(
  log: string,
  mark: RegExp,
  canaryStruck: boolean,
): { readonly armed: boolean; readonly hits: number } {
  const calls = wholeCalls(log);
  const canary = calls.filter((call) => call.includes('.canary'));
  return {
    armed: canaryStruck ? canary.some((call) => mark.test(call)) : canary.length > 0,
    hits: calls.filter((call) => mark.test(call) && !call.includes('.canary')).length,
  };
}

/**
 * One line a call: strace splits a call in two where another process came between ("<unfinished ...>", "resumed>"). A call
 * that never came back ends in "<unfinished ...>"; so does the last one, of which strace had written only the beginning.
 */
function wholeCalls(log: string): readonly string[] {
  const begun = new Map<string, string>();
  const lines = log.split('\n');
  const last = lines.pop();
  if (last !== undefined && last !== '') lines.push(`${last} <unfinished ...>`);
  const whole = lines.flatMap((line) => {
    const [, pid = '', text = line] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const start = /^(.*) <unfinished \.\.\.>$/.exec(text)?.[1];
    if (start !== undefined) {
      begun.set(pid, start);
      return [];
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1];
    if (rest === undefined) return [text];
    const call = `${begun.get(pid) ?? ''}${rest}`;
    begun.delete(pid);
    return [call];
  });
  return [...whole, ...[...begun.values()].map((call) => `${call} <unfinished ...>`)];
}
