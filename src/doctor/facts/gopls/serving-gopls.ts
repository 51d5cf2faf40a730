/** The gopls that an editor runs for a folder, with all that it takes to start one like it. */
import { parseEnviron } from '../../../process/parse-environ.ts';
import { readLink, readText } from '../../../process/read-proc.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { sharesFiles } from '../go/editor-go.ts';
import { withSettings } from '../go/with-settings.ts';
import { readProcesses } from '../process/processes.ts';
import { shortCommand } from '../process/short-command.ts';
import { isBelow } from '../subject.ts';

export interface ServingGopls {
  readonly process: ProcessFact;
  /** The binary, absolute: gopls finds its daemon by the path of it. */
  readonly command: string;
  /** Its own arguments, without those by which two of them would get into each other's way. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Of a daemon: the socket on which it listens. */
  readonly socket: string | null;
}

export interface Serving {
  readonly gopls: ServingGopls | null;
  /** One that serves the folder and may not be read: another user's. */
  readonly closed: ProcessFact | null;
}

/**
 * Environment and arguments are read of processes of this very user alone, also by root.
 * @param as the pid that was asked for; null: the one that serves the folder.
 */
export async function servingGopls(folder: string, limitMs: number, as: number | null): Promise<Serving> {
  const all = await withSettings(readProcesses([], null).processes, limitMs);
  const candidates = all
    .filter(({ name, state, aside }) => name === 'gopls' && state !== 'Z' && aside === null)
    .filter(isServer)
    .filter((process) => (as === null ? isBelow(process, folder) : process.pid === as))
    .sort((a, b) => rank(a, folder) - rank(b, folder) || a.ageMs - b.ageMs);
  for (const process of candidates) {
    const gopls = readOwn(process);
    if (gopls !== null) return { gopls, closed: null };
  }
  return { gopls: null, closed: candidates[0] ?? null };
}

/** `gopls check` and its like are commands of a moment, and a shell that starts gopls has it below it. */
function isServer(process: ProcessFact): boolean {
  return /^gopls\S*(?: serve)?$/.test(shortCommand(process));
}

/** A client of the very folder before one of a part of it; a daemon, whose folder is that of its first client, last. */
function rank(process: ProcessFact, folder: string): number {
  const isDaemon = process.command.some((word) => /^--?listen\b/.test(word));
  return (isDaemon ? 4 : 0) + (process.workspace === folder ? 0 : 2) + (process.editor === null ? 1 : 0);
}

function readOwn(process: ProcessFact): ServingGopls | null {
  const { pid, uid } = process;
  if (uid === null || uid !== globalThis.process.geteuid?.() || !sharesFiles(pid)) return null;
  const environ = readText(`/proc/${pid}/environ`);
  const [first = '', ...words] = (readText(`/proc/${pid}/cmdline`) ?? '').split('\0').slice(0, -1);
  const exe = readLink(`/proc/${pid}/exe`);
  if (environ === null || exe === null) return null;
  // Where it was replaced since, what the editor would start now is at its old path.
  const command = exe.endsWith(' (deleted)') ? first : exe;
  const listen = flagValue(words, 'listen');
  return {
    process,
    command,
    args: argumentsFor(words),
    env: parseEnviron(environ),
    socket: listen === null ? null : (/^unix;(.*)$/.exec(listen)?.[1] ?? null),
  };
}

/** Files, ports and sockets that only one gopls can have. Source: gopls/internal/cmd/cmd.go and serve.go, the flags. */
const ownValue = /^--?(logfile|debug|listen|listen\.timeout|port|ocagent|profile\.\w+)$/;
const ownSwitch = /^--?(rpc\.trace|v|vv|verbose|veryverbose)(=.*)?$/;

/** A daemon that this one starts ends a second after its last client. */
const shortLife = '-remote.listen.timeout=1s';

export function argumentsFor(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const name = word.split('=', 1)[0] ?? '';
    if (ownValue.test(name) || /^--?remote\.listen\.timeout$/.test(name)) {
      if (!word.includes('=')) at += 1;
      continue;
    }
    if (ownSwitch.test(word)) continue;
    kept.push(word);
    if (name !== '-remote' && name !== '--remote') continue;
    if (!word.includes('=')) {
      at += 1;
      kept.push(words[at] ?? '');
    }
    kept.push(shortLife);
  }
  return kept;
}

function flagValue(words: readonly string[], flag: string): string | null {
  for (const [at, word] of words.entries()) {
    const [, name, value] = /^--?([\w.]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === flag) return value ?? words[at + 1] ?? null;
  }
  return null;
}
