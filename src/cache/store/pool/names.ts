/** How scopes, slots and objects are spelled as paths. The same in a folder and in a bucket. */
import type { ObjectName, PointerName, Use } from './pool.ts';

/** Below the folder or the prefix. Another layout gets another name, and shares nothing. */
export const layout = 'v1';

/** Less than the 255 bytes that a filesystem allows. */
const segmentLength = 180;

/**
 * A text as a path of few segments: lower-case letters, digits, '.', '_' and '-' as they are, other bytes as "~2f",
 * since some filesystems do not tell upper from lower case. The prefix of a text is spelled as a prefix of its path.
 */
export function spell(text: string): string {
  const plain = [...Buffer.from(text)]
    .map((byte, index) => {
      const letter = String.fromCharCode(byte);
      return /[a-z0-9_-]/.test(letter) || (letter === '.' && index > 0)
        ? letter
        : `~${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
  return plain.replace(new RegExp(`.{${segmentLength}}(?=.)`, 'g'), '$&~/');
}

/** What `spell` has spelled. */
function unspell(path: string): string {
  const bytes = path
    .replaceAll('~/', '')
    .replace(/~([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** "heads/feature/x" is "heads/feature~2fx". */
export function spellScope(scope: string): string {
  const slash = scope.indexOf('/');
  return `${scope.slice(0, slash)}/${spell(scope.slice(slash + 1))}`;
}

export function pointerPath({ scope, slot }: PointerName): string {
  return `${layout}/${spellScope(scope)}/pointers/${spell(slot)}`;
}

export function objectPath({ scope, id }: ObjectName): string {
  return `${layout}/${spellScope(scope)}/objects/${id}`;
}

/** "v1/pulls/7/used/heads~2fmain~0aSLOT": below the scope of the job, which may write nowhere else. */
export function usePath({ by, scope, slot }: Use): string {
  return `${layout}/${spellScope(by)}/used/${spell(`${scope}\n${slot}`)}`;
}

// A '/' after '~' only breaks a long name, whatever the next part looks like.
const pathForm = new RegExp(`^${layout}/(heads|pulls)/(.+?)(?<!~)/(pointers|objects|used)/(.+)$`);

/** The name that a path has; null: it is none of ours. */
export function nameOf(path: string): PointerName | ObjectName | null {
  const found = partsOf(path);
  if (found === null || found.what === 'used') return null;
  return found.what === 'pointers'
    ? { scope: found.scope, slot: unspell(found.last) }
    : { scope: found.scope, id: found.last };
}

/** null: it is none. */
export function useOf(path: string): Use | null {
  const found = partsOf(path);
  if (found?.what !== 'used') return null;
  const [scope = '', ...slot] = unspell(found.last).split('\n');
  return { by: found.scope, scope, slot: slot.join('\n') };
}

function partsOf(path: string): { readonly scope: string; readonly what: string; readonly last: string } | null {
  const [, group, rest, what, last] = pathForm.exec(path) ?? [];
  if (group === undefined || rest === undefined || what === undefined || last === undefined) return null;
  return { scope: `${group}/${unspell(rest)}`, what, last };
}
