import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pc from 'picocolors';
import { configText } from '../../config/config-text.ts';
import { gatherFacts } from '../../config/gather-facts.ts';
import { judgeConfig } from '../../config/judge.ts';
import { type FoundTool, findGo, findGopls } from '../../config/probe/find-tool.ts';
import { readWorkspace } from '../../config/read/read-workspace.ts';
import { sarif } from '../../config/sarif.ts';
import { socketText } from '../../config/socket-text.ts';
import { workspaceSocket } from '../../config/workspace-socket.ts';
import { EnvironmentError, errnoOf, exitStatus, UserError } from '../../errors.ts';
import { exeName, hostPlatform } from '../../go/platform.ts';
import { onInterruption } from '../../process/interruption.ts';
import type { CommandLimits } from '../../process/run-command.ts';
import { folderRefusal } from '../folder-refusal.ts';
import { outputOf } from '../output.ts';
import { packageVersion } from '../package-version.ts';
import { parseCount } from '../parse-count.ts';
import { checkPlace, writeResult } from '../result-files.ts';
import { type SignOfLife, signOfLife } from '../sign-of-life.ts';

export interface ConfigOptions {
  readonly gopls?: string;
  readonly go?: string;
  readonly socket?: true;
  readonly timeout: string;
  readonly json?: true;
  readonly sarif?: string;
}

/** @returns the exit status: 1 if there is a warning or an error, 3 if a tool could not be asked. */
export async function runConfig(folder: string, options: ConfigOptions): Promise<number> {
  using interruption = onInterruption();
  const { signal } = interruption;
  const limits = { limitMs: parseCount('--timeout', options.timeout, 3600) * 1000, signal };
  try {
    const whole = await workspace(folder);
    using life = signOfLife(outputOf(process.stderr));
    return await (options.socket
      ? tellSocket(whole, options, limits, life)
      : tellFindings(whole, options, limits, life));
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write('unlatch: interrupted; no settings were checked\n');
    return exitStatus.interrupted;
  }
}

async function tellFindings(
  whole: string,
  options: ConfigOptions,
  limits: CommandLimits,
  life: SignOfLife,
): Promise<number> {
  const { json, sarif: sarifFile } = options;
  if (json && sarifFile === '-')
    throw new UserError('--json and --sarif - both write to stdout; name a file for --sarif');
  if (sarifFile !== undefined && sarifFile !== '-') await checkPlace('--sarif', sarifFile, 'file');

  const unjudged: string[] = [];
  const found = async (tool: FoundTool, name: 'gopls' | 'go', what: string): Promise<string | null> => {
    if (tool.path === null) unjudged.push(`${what}: ${tool.refused ?? `no ${name} found`}; name one with --${name}`);
    return tool.path;
  };
  // A version that does not exist is a mistake even if nothing needs it.
  const gopls = options.gopls === undefined ? null : await namedGopls(options.gopls, limits, life);
  const go = options.go === undefined ? null : await namedGo(options.go, limits, life);
  life.phase('asking go and gopls about the settings');
  const facts = await gatherFacts(
    whole,
    {
      gopls: async ({ tools }) =>
        (await gopls?.()) ??
        (await found(await findGopls(tools, whole, process.env), 'gopls', 'settings and flags of gopls')),
      go: async ({ tools }) =>
        (await go?.()) ?? (await found(await findGo(tools, whole, process.env), 'go', 'build flags')),
    },
    process.env,
    limits,
  );
  life[Symbol.dispose]();
  const findings = judgeConfig(facts);
  if (sarifFile !== undefined) {
    const text = `${JSON.stringify(sarif(findings, packageVersion()), null, 1)}\n`;
    if (sarifFile === '-') process.stdout.write(text);
    else await writeResult(sarifFile, text);
  }
  if (json) {
    const { gopls, go, files } = facts;
    const document = {
      schema: 1,
      folder: whole,
      gopls: gopls === null ? null : { path: gopls.path, version: gopls.version, builtWith: gopls.builtWith },
      go: go === null ? null : { path: go.path, version: go.version },
      files,
      findings: findings.map(({ place, ...finding }) => ({ ...place, ...finding })),
      unjudged,
    };
    process.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
  } else if (sarifFile !== '-') {
    process.stdout.write(configText(facts, findings, unjudged, pc.createColors(outputOf(process.stdout).colour)));
  }
  if (findings.some(({ severity }) => severity !== 'note')) return exitStatus.differs;
  return unjudged.length === 0 ? exitStatus.expected : exitStatus.inconclusive;
}

async function tellSocket(
  folder: string,
  options: ConfigOptions,
  limits: CommandLimits,
  life: SignOfLife,
): Promise<number> {
  if (process.platform === 'win32') throw new UserError('--socket: gopls on Windows has no socket files');
  const { declarations } = await readWorkspace(folder);
  const gopls =
    options.gopls === undefined
      ? await findGopls(declarations.tools, folder, process.env)
      : { path: await (await namedGopls(options.gopls, limits, life))(), refused: null };
  if (gopls.path === null) {
    throw new EnvironmentError(`--socket: ${gopls.refused ?? 'no gopls found'}; name one with --gopls`);
  }
  const go =
    options.go === undefined
      ? (await findGo(declarations.tools, folder, process.env)).path
      : await (await namedGo(options.go, limits, life))();
  const socket = await workspaceSocket(folder, gopls.path, go, process.env, limits);
  life[Symbol.dispose]();
  process.stdout.write(
    options.json ? `${JSON.stringify({ schema: 1, gopls: gopls.path, ...socket }, null, 1)}\n` : socketText(socket),
  );
  return socket.flaw === null ? exitStatus.expected : exitStatus.differs;
}

/**
 * Returns a path, or provisions a version when called. Checks at once that the version exists.
 * @throws UserError if it does not.
 */
async function namedGopls(text: string, { signal }: CommandLimits, life: SignOfLife): Promise<() => Promise<string>> {
  const path = await programAt('--gopls', text);
  if (path !== null) return async () => path;
  life.phase(`gopls ${text}`);
  const { provisionGopls, resolveGoplsVersion } = await import('../../go/provision/provision-gopls.ts');
  const { checkGoplsVersion } = await import('../../go/check-version.ts');
  const context = { env: process.env, signal, onProgress: life.provision };
  const version = await resolveGoplsVersion(text, context);
  await checkGoplsVersion(version, context);
  return async () => (await provisionGopls(version, context)).path;
}

async function namedGo(text: string, { signal }: CommandLimits, life: SignOfLife): Promise<() => Promise<string>> {
  const path = await programAt('--go', text);
  if (path !== null) return async () => path;
  life.phase(`go ${text}`);
  const { resolveGoVersion } = await import('../../go/versions.ts');
  const { provisionGo } = await import('../../go/provision/provision-go.ts');
  const { checkGoVersion } = await import('../../go/check-version.ts');
  const context = { env: process.env, signal, onProgress: life.provision };
  const version = await resolveGoVersion(text, { ...context, prefer: 'matrix' });
  await checkGoVersion(version, context);
  return async () => join((await provisionGo(version, context)).goroot, 'bin', exeName('go', hostPlatform()));
}

/** @returns null if the text has the form of a version. */
async function programAt(option: string, text: string): Promise<string | null> {
  if (text === '') throw new UserError(`${option}: expected a path or a version`);
  if (!/[\\/]/.test(text)) return null;
  const path = resolve(text);
  try {
    if (!(await stat(path)).isFile()) throw new UserError(`${option} ${text}: not a file`);
    await access(path, constants.X_OK);
    return path;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    throw new UserError(`${option} ${text}: ${code === 'ENOENT' ? 'no such file' : `cannot be run (${code})`}`);
  }
}

async function workspace(folder: string): Promise<string> {
  const whole = resolve(folder);
  const refused = await folderRefusal(whole);
  if (refused !== null) throw new UserError(`${folder}: ${refused}`);
  return whole;
}
