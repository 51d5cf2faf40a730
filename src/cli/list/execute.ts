import type { WriteStream } from 'node:tty';
import { UserError } from '../../errors.ts';
import { fittingIds, isScenarioFile } from '../fitting-ids.ts';
import { groupOf } from './groups.ts';

export interface ListOptions {
  readonly about?: string;
  readonly json?: true;
  readonly matrix?: true;
}

/** Prints the named scenarios, or all, as lines, as JSON or as the cells of a workflow's matrix. */
export async function listScenarios(names: readonly string[], options: ListOptions): Promise<void> {
  process.stdout.write(await textOf(names, options));
}

/** The scenarios themselves are loaded only where somebody asks for more than the claims. */
async function textOf(names: readonly string[], { about, json, matrix }: ListOptions): Promise<string> {
  const own = names.some(isScenarioFile);
  if (!own && !json && !matrix) {
    const { claims } = await import('./claims.ts');
    return await grouped(about === undefined ? await named(names, claims) : fitting(about, await named(names, claims)));
  }
  const cells = await import('./cells.ts');
  const chosen = about === undefined ? names : Object.keys(fitting(about, await cells.namedClaims(names)));
  // A file is named by its path, which its id is not.
  if (about !== undefined && own) throw new UserError('--about looks through the catalogue; leave out the files');
  if (matrix) return await cells.matrix(chosen);
  return json ? await cells.json(chosen) : await grouped(await cells.namedClaims(names));
}

type Claims = Readonly<Record<string, string>>;

async function named(names: readonly string[], claims: Claims): Promise<Claims> {
  if (names.length === 0) return claims;
  const ids = Object.keys(claims);
  const chosen = (await Promise.all(names.map((name) => fittingIds(name, ids)))).flat();
  return Object.fromEntries(chosen.map((id) => [id, claims[id] ?? '']));
}

/** Those whose id, claim or group contains all the words. @throws UserError if none does. */
function fitting(about: string, claims: Claims): Claims {
  const words = about.toLowerCase().split(/\s+/);
  const found = Object.entries(claims).filter(([id, claim]) => {
    const text = `${id} ${claim} ${groupOf(id)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (found.length === 0) throw new UserError(`--about ${about}: no claim says so; \`unlatch list\` shows them all`);
  return Object.fromEntries(found);
}

/** Below a line that says what is contended for. */
async function grouped(claims: Claims): Promise<string> {
  const ids = Object.keys(claims);
  const width = Math.max(...ids.map(({ length }) => length));
  const groups = new Map<string, string[]>();
  for (const id of ids) groups.set(groupOf(id), [...(groups.get(groupOf(id)) ?? []), id]);
  const text = [...groups]
    .map(([group, own]) => `${group}\n${own.map((id) => `  ${id.padEnd(width)}  ${claims[id]}\n`).join('')}`)
    .join('\n');
  const columns = (process.stdout as Partial<WriteStream>).columns;
  if (!process.stdout.isTTY || columns === undefined || columns === 0) return text;
  const { wrapText } = await import('../../terminal/wrap.ts');
  return wrapText(text, columns, width + 2);
}
