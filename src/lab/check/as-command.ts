import type { Checker } from './finding.ts';

/** A checker whose question sandbox/judge.sh can ask too. */
export function asCommand(command: readonly string[], check: Checker): Checker {
  return Object.assign(check, { commands: [command] });
}

/** The expression for grep -P, which lacks `[^]`. */
export function perl({ source, flags }: RegExp): string {
  const inline = flags.replace(/[^ims]/g, '');
  const text = source.replaceAll('[^]', String.raw`[\s\S]`);
  return inline === '' ? text : `(?${inline})${text}`;
}
