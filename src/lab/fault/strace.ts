/**
 * The common part of faults injected by strace: its command line, and the hits in its log.
 * Source: strace(1), "Tampering". `-y` prints the file of a descriptor, which tells one flock from another;
 * `signal=none` drops the SIGURG with which Go preempts goroutines.
 */
import { type Fault, microseconds } from './fault.ts';

/** A family of system calls, by its common name. */
export type Call = 'rename' | 'flock' | 'unlink' | 'open' | 'write' | 'stat' | 'mkdir' | 'connect';

/** One kind of call, optionally on one file only. */
export interface CallFilter {
  readonly call: Call;
  /** Only calls on this path, as the process spells it; it may contain sandbox variables ($GOMODCACHE …). */
  readonly path?: string;
  /** Only the n-th such call of each process, from 1; `n+`: that one and all later ones. */
  readonly nth?: number | `${number}+`;
}

const syscalls: Readonly<Record<Call, string>> = {
  rename: '/^rename',
  flock: 'flock',
  unlink: '/^unlink',
  // Every program opens its libraries: without a path this hits them all.
  open: 'openat',
  // Without a path this also hits all output of a process.
  write: 'write',
  // Any variant of stat.
  stat: '/stat',
  mkdir: '/^mkdir',
  // strace finds no path in a socket address: this hits every connection.
  connect: 'connect',
};

/** A command that makes the call on $FAULT_LOG.canary. A separate process, since the fault may kill it. */
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

/** What happens to a matched call. */
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

const hit: Readonly<Record<Injection['kind'], RegExp>> = {
  fails: /\(INJECTED\b/,
  // A call still delayed when its process was killed is in the log without a result.
  delayed: /\(DELAYED\b|<unfinished \.\.\.>$|\) += \?$/,
  killed: /\) += \?$/,
  // The call itself completed normally.
  stopped: /\) += /,
};

/** A fault that strace injects. */
export function straceFault(name: string, filter: CallFilter, injection: Injection): Fault {
  const { call, path, nth } = filter;
  const calls = syscalls[call];
  const when = nth === undefined ? '' : `:when=${nth}`;
  const paths = path === undefined ? '' : ` -P "$FAULT_LOG.canary" -P "${path}"`;
  // With a seccomp filter only the selected calls stop the process, which is much faster. But at such a stop strace cannot inject a
  // signal and silently drops it. Source: ptrace(2), PTRACE_EVENT stops; observed with strace 6.1.
  const filtered = injection.kind === 'killed' || injection.kind === 'stopped' ? '' : ' --seccomp-bpf';
  // Wait for a delayed canary only until it is in the log; continue one that was stopped before that.
  const heldUp = injection.kind === 'delayed' || injection.kind === 'stopped';
  const canary = heldUp
    ? `${canaries[call]} & held=$!; until grep -qs canary "$FAULT_LOG" || ! kill -0 $held; do kill -CONT $held; pause 0.02; done; kill -KILL $held; wait $held`
    : canaries[call];
  return {
    name,
    needs: ['ptrace'],
    wrap: `strace -f${filtered} -ttt -y -qq -e signal=none -e trace='${calls}' -e inject='${calls}:${spelled(injection)}${when}'${paths} -o "$FAULT_LOG"`,
    // touch(1) opens the file, and would be stopped with nobody to continue it; an open needs no file to be hit.
    canary: `{ ${call === 'open' ? '' : 'touch "$FAULT_LOG.canary" || true; '}${canary} || true; } >/dev/null 2>&1`,
    hit: hit[injection.kind].source,
    count: (log) => countHits(log, hit[injection.kind], nth === undefined || nth === 1 || nth === '1+'),
    times: (log) =>
      wholeCalls(log)
        .filter((call) => isHit(call, hit[injection.kind]))
        .flatMap(({ atUs }) => atUs ?? []),
  };
}

/** @param canaryIsHit whether the canary's single call must have been hit, or only logged. */
function countHits(
  log: string,
  mark: RegExp,
  canaryIsHit: boolean,
): { readonly armed: boolean; readonly hits: number } {
  const calls = wholeCalls(log);
  const canary = calls.filter(({ text }) => text.includes('.canary'));
  return {
    armed: canaryIsHit ? canary.some(({ text }) => mark.test(text)) : canary.length > 0,
    hits: calls.filter((call) => isHit(call, mark)).length,
  };
}

function isHit({ text }: LoggedCall, mark: RegExp): boolean {
  return mark.test(text) && !text.includes('.canary');
}

interface LoggedCall {
  readonly text: string;
  /** When it was made; null in logs without times. */
  readonly atUs: number | null;
}

/**
 * Joins the log to one line per call: strace splits a call if another process comes between ("<unfinished
 * ...>", "resumed>"). A call that never returned ends in "<unfinished ...>", and so does a truncated last line.
 */
function wholeCalls(log: string): readonly LoggedCall[] {
  const begun = new Map<string, LoggedCall>();
  const lines = log.split('\n');
  const last = lines.pop();
  if (last !== undefined && last !== '') lines.push(`${last} <unfinished ...>`);
  const whole = lines.flatMap((line): readonly LoggedCall[] => {
    const [, pid = '', seconds, text = line] = /^(\d+) +(?:(\d+\.\d+) )?(.*)$/.exec(line) ?? [];
    const atUs = seconds === undefined ? null : microseconds(seconds);
    const start = /^(.*) <unfinished \.\.\.>$/.exec(text)?.[1];
    if (start !== undefined) {
      begun.set(pid, { text: start, atUs });
      return [];
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1];
    if (rest === undefined) return [{ text, atUs }];
    const call = begun.get(pid);
    begun.delete(pid);
    return [{ text: `${call?.text ?? ''}${rest}`, atUs: call?.atUs ?? null }];
  });
  return [...whole, ...[...begun.values()].map(({ text, atUs }) => ({ text: `${text} <unfinished ...>`, atUs }))];
}
