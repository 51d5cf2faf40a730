/** The gopls that an editor runs for a folder, with everything needed to start one like it. */
import { parseEnviron } from '../../../process/proc/parse-environ.ts';
import { readLink, readText } from '../../../process/proc/read-proc.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { sharesFiles } from '../go/editor-go.ts';
import { withSettings } from '../go/with-settings.ts';
import { readProcesses } from '../process/processes.ts';
import { shortCommand } from '../process/short-command.ts';
import { worksFor } from '../subject.ts';

export interface ServingGopls {
  readonly process: ProcessFact;
  /** The absolute path of the binary: gopls finds its daemon by it. */
  readonly command: string;
  /** Its arguments, without those that would make two of them conflict. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The socket that a daemon listens on. */
  readonly socket: string | null;
}

export interface Serving {
  readonly gopls: ServingGopls | null;
  /** One that serves the folder but is not readable, such as another user's. */
  readonly closed: ProcessFact | null;
}

/**
 * Reads environment and arguments only of this user's own processes, even as root.
 * @param as the requested pid; null: the one that serves the folder.
 */
export async function servingGopls(folder: string, limitMs: number, as: number | null): Promise<Serving> {
  const all = await withSettings(readProcesses([], null).processes, limitMs);
  const candidates = all
    .filter(({ name, state, aside }) => name === 'gopls' && state !== 'Z' && aside === null)
    .filter(isServer)
    .filter((process) => (as === null ? worksFor(process, folder) : process.pid === as))
    .sort((a, b) => rank(a, folder) - rank(b, folder) || a.ageMs - b.ageMs);
  for (const process of candidates) {
    const gopls = readOwn(process);
    if (gopls !== null) return { gopls, closed: null };
  }
  return { gopls: null, closed: candidates[0] ?? null };
}

/** Not `gopls check` and the like, which are short commands, nor a shell that starts gopls. */
function isServer(process: ProcessFact): boolean {
  return /^gopls\S*(?: serve)?$/.test(shortCommand(process));
}

/** Clients of this very folder first, then of a part of it. Daemons last: their folder is their first client's. */
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
  // If the binary was replaced, its old path has the one that the editor would start now.
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

/** Flags for files, ports and sockets that only one gopls can use. Source: gopls/internal/cmd/cmd.go and serve.go. */
const ownValue = /^--?(logfile|debug|listen|listen\.timeout|port|ocagent|profile\.\w+)$/;
const ownSwitch = /^--?(rpc\.trace|v|vv|verbose|veryverbose)(=.*)?$/;

/** Makes a daemon that this one starts end a second after its last client. */
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
