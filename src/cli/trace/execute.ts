import { constants } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pc from 'picocolors';
import { EnvironmentError, errnoOf, exitStatus, messageOf, UserError } from '../../errors.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { drawTrace } from '../../trace/draw-trace.ts';
import { exceeded, type TraceLimits } from '../../trace/exceeded.ts';
import { followLog } from '../../trace/follow-log.ts';
import { type LockTrace, lockTrace } from '../../trace/lock-trace.ts';
import type { TracedCommand } from '../../trace/page/trace-page.ts';
import { checkTracer, runTraced } from '../../trace/run-traced.ts';
import type { StraceLog } from '../../trace/strace/strace-log.ts';
import { outputOf } from '../output.ts';
import { packageVersion } from '../package-version.ts';
import { checkPlace, writeResult } from '../result-files.ts';

export interface TraceOptions {
  readonly json?: string;
  readonly html?: string;
  readonly openmetrics?: string;
  readonly otlp?: string;
  readonly maxHold?: string;
  readonly maxContention?: string;
  readonly from?: string;
}

/** The subject: a command that just ran, or a stored log. */
interface Looked {
  readonly command: readonly string[] | null;
  readonly log: StraceLog;
  /** The end of the trace: a lock still held counts until then. null: the last line of the log. */
  readonly endUs: number | null;
  /** null: nothing ran. */
  readonly status: number | null;
  readonly left: readonly { readonly pid: number; readonly command: string | null }[];
}

/**
 * @returns the exit status: the command's own; if that is 0, 1 if a limit is exceeded and 3 if there are
 * limits but the trace has gaps.
 */
export async function traceLocks(command: readonly string[], options: TraceOptions): Promise<number> {
  const limits: TraceLimits = {
    holdMs: limitOf('--max-hold', options.maxHold, Number.POSITIVE_INFINITY, 'a number of milliseconds'),
    contention: limitOf('--max-contention', options.maxContention, 1, 'a number from 0 to 1'),
  };
  if (options.from !== undefined && command.length > 0)
    throw new UserError('--from reads a file; do not name a command');
  if (options.from === undefined && command.length === 0) {
    throw new UserError('name the command to run: unlatch trace -- go build ./...');
  }
  await checkOutputs(options);
  const looked = options.from === undefined ? await run(command) : await stored(options.from);
  const trace = lockTrace([looked.log], looked.endUs);
  const beyond = exceeded(trace, limits);
  // stdout belongs to the command.
  const { stream, columns, colour } = outputOf(looked.command === null ? process.stdout : process.stderr);
  const colours = pc.createColors(colour);
  const lines = [
    ...looked.left.map(
      ({ pid, command: line }) => `pid ${pid} (${line ?? 'unknown'}) is still running under its strace`,
    ),
    ...beyond.map((text) => colours.red(`over the limit: ${text}`)),
  ];
  const document = {
    ...trace,
    unlatch: packageVersion(),
    command: looked.command,
    exit: looked.status,
    left: looked.left,
    exceeded: beyond,
  };
  if (options.json === '-') process.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
  else stream.write(drawTrace(trace, columns, colours) + lines.map((line) => `${line}\n`).join(''));
  const failures = await handOver(trace, document, options);
  for (const failure of failures.slice(1)) process.stderr.write(`unlatch: ${messageOf(failure)}\n`);
  const [first] = failures;
  if (looked.status !== null && looked.status !== 0) {
    if (first !== undefined) process.stderr.write(`unlatch: ${messageOf(first)}\n`);
    return looked.status;
  }
  if (first !== undefined) throw first;
  if (beyond.length > 0) return exitStatus.differs;
  const limited = limits.holdMs !== null || limits.contention !== null;
  return limited && trace.gaps.length > 0 ? exitStatus.inconclusive : exitStatus.expected;
}

async function checkOutputs({ json, html, openmetrics, otlp, from }: TraceOptions): Promise<void> {
  if (json === '-' && from === undefined) {
    throw new UserError('--json -: stdout belongs to the command; name a file');
  }
  if (json !== undefined && json !== '-') await checkPlace('--json', json, 'file');
  if (html !== undefined) await checkPlace('--html', html, 'file');
  if (openmetrics !== undefined) await checkPlace('--openmetrics', openmetrics, 'file');
  if (otlp !== undefined && !(URL.canParse(otlp) && /^https?:$/.test(new URL(otlp).protocol))) {
    throw new UserError(`--otlp ${otlp}: expected a URL, such as http://localhost:4318`);
  }
}

async function run(command: readonly string[]): Promise<Looked> {
  checkTracer(process.env);
  const folder = await temporaryFolder('unlatch-trace-');
  try {
    const run = await runTraced(command, join(folder, 'strace'), process.env);
    return { command, ...run, endUs: run.left.length > 0 ? Date.now() * 1000 : null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function stored(file: string): Promise<Looked> {
  const follow = followLog(file);
  try {
    await access(file, constants.R_OK);
    follow.look();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw new UserError(`--from ${file}: cannot be read`, { cause: error });
  }
  const log = follow.end();
  if (log.beganUs === null) throw new UserError(`--from ${file}: not a log of \`strace -f -ttt -T -y -o FILE\``);
  const running = log.running.length;
  const cut = running === 0 ? [] : [`${running} of ${log.processes.length} processes outlived the trace`];
  return { command: null, log: { ...log, gaps: [...log.gaps, ...cut] }, endUs: null, status: null, left: [] };
}

/** Tries each output, whether or not others fail. @returns the failures. */
async function handOver(
  trace: LockTrace,
  document: TracedCommand,
  { json, html, openmetrics, otlp }: TraceOptions,
): Promise<readonly (UserError | EnvironmentError)[]> {
  const failures: (UserError | EnvironmentError)[] = [];
  const attempt = async (what: string, task: () => Promise<void>) => {
    try {
      await task();
    } catch (cause) {
      if (errnoOf(cause) === undefined) throw cause;
      failures.push(new UserError(`${what}: could not be written`, { cause }));
    }
  };
  const version = packageVersion();
  if (json !== undefined && json !== '-') {
    await attempt(`--json ${json}`, () => writeResult(json, `${JSON.stringify(document, null, 1)}\n`));
  }
  if (html !== undefined) {
    const { tracePage } = await import('../../trace/page/trace-page.ts');
    await attempt(`--html ${html}`, () => writeResult(html, tracePage(trace, document)));
  }
  if (openmetrics !== undefined || otlp !== undefined) {
    const { openMetricsText, sendOtlp } = await import('../../trace/telemetry.ts');
    if (openmetrics !== undefined) {
      await attempt(`--openmetrics ${openmetrics}`, async () =>
        writeResult(openmetrics, await openMetricsText(trace, version)),
      );
    }
    const cause = otlp === undefined ? null : await sendOtlp(trace, version, otlp);
    if (cause !== null)
      failures.push(new EnvironmentError(`--otlp ${otlp}: the collector did not accept it`, { cause }));
  }
  return failures;
}

function limitOf(option: string, text: string | undefined, most: number, what: string): number | null {
  if (text === undefined) return null;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new UserError(`${option} ${JSON.stringify(text)}: expected ${what}`);
}
