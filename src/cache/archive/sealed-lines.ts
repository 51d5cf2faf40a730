/**
 * The form of a manifest: one line of JSON, one line for each item, and the SHA-256 of all that. It
 * protects against accidents only: whoever can write an archive can write its manifest too.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { errnoOf } from '../../errors.ts';
import { DamagedArchive } from './damaged-archive.ts';

/** @param lines without line ends. */
export function writeSealed(file: string, head: unknown, lines: readonly string[]): void {
  const body = [JSON.stringify(head), ...lines].map((line) => `${line}\n`).join('');
  writeFileSync(file, `${body}${hexOf(body)}\n`);
}

/** @throws DamagedArchive if the file is missing, changed or truncated. */
export function readSealed(file: string): { readonly head: string; readonly lines: readonly string[] } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw new DamagedArchive('its manifest is missing', { cause: error });
  }
  const bodyEnd = text.lastIndexOf('\n', text.length - 2) + 1;
  const body = text.slice(0, bodyEnd);
  if (text.slice(bodyEnd) !== `${hexOf(body)}\n`) throw new DamagedArchive('its manifest was changed or truncated');
  const [head = '', ...lines] = body.split('\n').slice(0, -1);
  return { head, lines };
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
