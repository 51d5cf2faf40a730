/**
 * What the goroutines of a gopls do, by a dump of their stacks.
 * Sources: golang.org/x/tools/internal/gocommand, go/packages, gopls/internal/cache.
 */
import { stripVTControlCharacters } from 'node:util';

export interface GoroutineFact {
  readonly does:
    | 'waits for go list'
    | 'waits for go env'
    | 'waits for another go command'
    | 'waits for a packages driver'
    | 'type-checks'
    | 'waits for the first load';
  readonly count: number;
  /** The longest wait as the runtime reports it: whole minutes, 0 below one. */
  readonly minutes: number;
}

/** In the order of printing. */
const kinds: readonly GoroutineFact['does'][] = [
  'waits for a packages driver',
  'waits for go list',
  'waits for go env',
  'waits for another go command',
  'type-checks',
  'waits for the first load',
];

/** @param calls "golang.org/x/tools/internal/gocommand.runCmdContext({0x20e4970, …", the innermost first. */
function doingOf(calls: readonly string[]): GoroutineFact['does'] | null {
  const isIn = (pattern: RegExp) => calls.some((call) => pattern.test(call));
  if (isIn(/^golang\.org\/x\/tools\/go\/packages\.findExternalDriver\.func/)) return 'waits for a packages driver';
  // "(" excludes its closures, which run beside the waiting goroutine.
  if (isIn(/^golang\.org\/x\/tools\/internal\/gocommand\.runCmdContext\(/)) {
    if (isIn(/^golang\.org\/x\/tools\/go\/packages\./)) return 'waits for go list';
    return isIn(/\.FetchGoEnv\(|\/gocommand\.GoVersion\(/) ? 'waits for go env' : 'waits for another go command';
  }
  if (isIn(/^go\/types\.\(\*Checker\)\./)) return 'type-checks';
  return isIn(/^golang\.org\/x\/tools\/gopls\/\S*\.\(\*[sS]napshot\)\.AwaitInitialized\(/)
    ? 'waits for the first load'
    : null;
}

interface Stack {
  /** The parameter of doingOf. */
  readonly calls: readonly string[];
  readonly minutes: number;
}

function tally(stacks: readonly Stack[]): readonly GoroutineFact[] {
  const found = new Map<GoroutineFact['does'], { count: number; minutes: number }>();
  for (const { calls, minutes } of stacks) {
    const does = doingOf(calls);
    if (does === null) continue;
    const fact = found.get(does) ?? { count: 0, minutes: 0 };
    found.set(does, { count: fact.count + 1, minutes: Math.max(fact.minutes, minutes) });
  }
  return kinds.flatMap((does) => {
    const fact = found.get(does);
    return fact === undefined ? [] : [{ does, ...fact }];
  });
}

/** @param dump of /debug/pprof/goroutine?debug=2: stacks separated by empty lines. */
export function parseGoroutines(dump: string): readonly GoroutineFact[] {
  return tally(
    dump.split('\n\n').map((stack) => ({
      calls: stack.split('\n').slice(1),
      minutes: Number(/^goroutine \d+ .*\[[^\]]*?(\d+) minutes/.exec(stack)?.[1] ?? 0),
    })),
  );
}

/**
 * @param output of delve's `goroutines -t`: "  Goroutine 1 - User: …", then lines like
 * "\t 0  0x0000000000490faa in runtime.gopark". It has no minutes.
 * @returns null if it is no such list.
 */
export function parseDelveGoroutines(output: string): readonly GoroutineFact[] | null {
  const [, ...goroutines] = stripVTControlCharacters(output).split(/^[ *]+Goroutine \d+ - /m);
  if (goroutines.length === 0) return null;
  return tally(
    goroutines.map((text) => ({
      calls: [...text.matchAll(/^\s*\d+\s+0x[0-9a-f]+ in (\S+)$/gm)].map(([, name]) => `${name}(`),
      minutes: 0,
    })),
  );
}
