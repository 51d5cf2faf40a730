/**
 * The program `editor` of a sandbox: runs one session with gopls and prints its report as JSON. If
 * $DOCTOR names a command, runs it while gopls is still there: stuck, or about to exit.
 * Exit status: 0 if the session completed, 1 if it was stuck, 2 for a mistake on the command line.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../errors.ts';
import { onFaultHit } from './on-fault-hit.ts';
import { type Phase, phases } from './phase.ts';
import { openSession } from './session.ts';

const usage = `usage: editor [--folder DIR] [--phase-ms N] [--struck-ms N] [--until PHASE] [--settings JSON] [--loaded LINE] (--socket PATH | SERVER ARG …)
PHASE: ${phases.join(', ')}`;

async function main(): Promise<number> {
  const options = {
    folder: { type: 'string', default: process.cwd() },
    'phase-ms': { type: 'string', default: '30000' },
    'struck-ms': { type: 'string' },
    until: { type: 'string', default: 'exit' },
    settings: { type: 'string', default: '{}' },
    loaded: { type: 'string' },
    socket: { type: 'string' },
  } as const;
  const given = process.argv.slice(2);
  // Everything after the server's name belongs to the server, even options.
  const { tokens } = parseArgs({ args: given, options, strict: false, tokens: true });
  const server = tokens.find(({ kind }) => kind === 'positional')?.index ?? given.length;
  const { values } = parseArgs({ args: given.slice(0, server), options });
  const [command, ...args] = given.slice(server);
  const until = phases.find((phase): phase is Phase => phase === values.until);
  const phaseMs = Number(values['phase-ms']);
  if (until === undefined || !(phaseMs > 0)) throw new TypeError('unknown phase, or --phase-ms is not positive');
  const struckMs = Number(values['struck-ms'] ?? 1);
  if (!(struckMs > 0)) throw new TypeError('--struck-ms is not positive');
  if ((command === undefined) === (values.socket === undefined))
    throw new TypeError('name either a server or a socket');
  const interrupted = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => interrupted.abort('interrupted'));
  if (values['struck-ms'] !== undefined) {
    onFaultHit(join(process.env.LAB ?? '', 'out/hold'), () => {
      setTimeout(() => interrupted.abort(`no answer within ${struckMs} ms after the strike`), struckMs).unref();
    });
  }
  // Kills a --loaded command that outlasts the session.
  const over = new AbortController();
  const heard: { readonly method: string; readonly params: unknown }[] = [];
  const report = await openSession({
    folder: values.folder,
    server: values.socket === undefined ? { command: command ?? '', args } : { socket: values.socket },
    env: process.env,
    settings: JSON.parse(values.settings) as Record<string, unknown>,
    phaseMs,
    until,
    ...(values.loaded === undefined ? {} : { loaded: shellLine(values.loaded, over.signal) }),
    signal: interrupted.signal,
    heard: (method, params) => {
      heard.push({ method, params });
    },
    beforeEnd: async (stuck) => {
      // If this program is being ended, do not start a doctor.
      if (interrupted.signal.reason !== 'interrupted') askDoctor(values.folder, stuck, heard);
    },
  });
  over.abort();
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.stuck === null ? 0 : 1;
}

/** Runs the doctor with gopls's messages so far, in the file $UNLATCH_HEARD. */
function askDoctor(folder: string, stuck: Phase | null, heard: readonly unknown[]): void {
  const doctor = process.env['DOCTOR'];
  if (doctor === undefined) return;
  // In the remedy arm the first session shows the symptom: the user applies the remedy while gopls is still there, then restarts it.
  const fixes = process.env['REMEDY'] !== undefined && !isRemedied();
  const line = `${doctor} --at ${stuck === null && !fixes ? 'end' : 'symptom'}${fixes ? ' --fix' : ''}`;
  // Not in TMPDIR: a trial may be about a missing one.
  const place = mkdtempSync(join(process.env['LAB'] ?? tmpdir(), 'heard-'));
  const file = join(place, 'session.json');
  writeFileSync(file, JSON.stringify({ stuck, heard }));
  const env = { ...process.env, UNLATCH_HEARD: file };
  spawnSync('sh', ['-c', line], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(place, { recursive: true });
}

function isRemedied(): boolean {
  const { WORKER_OUT: worker, LAB: lab = '.' } = process.env;
  return [worker ?? join(lab, 'out'), join(lab, 'out')].some((folder) => existsSync(join(folder, 'remedy.env')));
}

/** Runs a bash command whose stdout is ignored: stdout is for the report. */
function shellLine(line: string, over: AbortSignal): () => Promise<void> {
  return async () => {
    const child = spawn('bash', ['-c', line], {
      stdio: ['ignore', 'ignore', 'inherit'],
      signal: over,
      killSignal: 'SIGKILL',
    });
    const [code, by] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    if (code !== 0) throw new Error(`the line "${line}" exited with ${code ?? by}`);
  };
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`editor: ${messageOf(error)}\n${usage}\n`);
    process.exitCode = 2;
  },
);
