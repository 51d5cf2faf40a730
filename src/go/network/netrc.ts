import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { Env } from '../context.ts';

/** The credentials for one machine in a .netrc. */
export interface NetrcEntry {
  /** A host, or a host with a path prefix. */
  readonly machine: string;
  readonly login: string;
  readonly password: string;
}

/**
 * Parses a .netrc as go does (cmd/go/internal/auth/netrc.go): ignores "default", macros, and
 * entries without login or password.
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
 * The credentials that go would send: the entry for the host (with port, if the URL has one), over
 * https only. The file is NETRC, else ~/.netrc. GOAUTH=off, or a GOAUTH without netrc, disables it.
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

/** '': there is no readable .netrc. */
async function textOfNetrc(env: Env): Promise<string> {
  for (const path of netrcPaths(env)) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      // go ignores an unreadable file, too.
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
