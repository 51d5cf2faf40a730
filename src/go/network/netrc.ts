import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { Env } from '../context.ts';

/** What one machine of a .netrc is to be told. */
export interface NetrcEntry {
  /** A host, or a host and the beginning of a path. */
  readonly machine: string;
  readonly login: string;
  readonly password: string;
}

/**
 * The entries of a .netrc as go reads them (cmd/go/internal/auth/netrc.go): "default" says nothing, macros are passed over, and an
 * entry without login or password is none.
 */
export function parseNetrc(text: string): readonly NetrcEntry[] {
  const entries: NetrcEntry[] = [];
  let entry = { machine: '', login: '', password: '' };
  let inMacro = false;
  for (const line of text.split('\n')) {
    if (inMacro) {
      inMacro = line !== '';
      continue;
    }
    const words = line.split(/\s+/).filter((word) => word !== '');
    for (let i = 0; i + 1 < words.length; i += 2) {
      const [token = '', value = ''] = [words[i], words[i + 1]];
      if (token === 'machine') entry = { machine: value, login: '', password: '' };
      else if (token === 'login' || token === 'password') entry = { ...entry, [token]: value };
      else if (token === 'macdef') inMacro = true;
      if (entry.machine !== '' && entry.login !== '' && entry.password !== '') {
        entries.push(entry);
        entry = { machine: '', login: '', password: '' };
      }
    }
  }
  return entries;
}

/**
 * What go would send with a request: the entry for its host (with its port, where it names one), and over https only. The file is
 * NETRC's, else ~/.netrc; GOAUTH=off, or a GOAUTH without netrc, keeps it out.
 */
export async function netrcEntryFor(url: URL, env: Env): Promise<NetrcEntry | null> {
  if (url.protocol !== 'https:' || !usesNetrc(env)) return null;
  const entries = parseNetrc(await textOfNetrc(env));
  for (let prefix = `${url.host}${url.pathname}`.replace(/\/$/, ''); ; ) {
    const found = entries.find(({ machine }) => machine === prefix);
    if (found !== undefined) return found;
    const slash = prefix.lastIndexOf('/');
    if (slash === -1) return null;
    prefix = prefix.slice(0, slash);
  }
}

function usesNetrc(env: Env): boolean {
  return authCommands(env).includes('netrc');
}

/** Whether GOAUTH names a command, or git, by which go itself would get credentials: they are not asked here. */
export function namesAuthCommand(env: Env): boolean {
  return authCommands(env).some((command) => !['', 'netrc', 'off'].includes(command));
}

function authCommands(env: Env): readonly string[] {
  return (env['GOAUTH'] || 'netrc').split(';').map((command) => command.trim().split(/\s+/)[0] ?? '');
}

/** '' where there is none to be read. */
async function textOfNetrc(env: Env): Promise<string> {
  for (const path of netrcPaths(env)) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      // go notes an error and does without.
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return '';
}

function netrcPaths(env: Env): readonly string[] {
  if (env['NETRC']) return [env['NETRC']];
  const home = (process.platform === 'win32' ? env['USERPROFILE'] : env['HOME']) ?? '';
  if (home === '') return [];
  return process.platform === 'win32' ? [join(home, '_netrc'), join(home, '.netrc')] : [join(home, '.netrc')];
}
