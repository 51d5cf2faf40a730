import { stripVTControlCharacters } from 'node:util';

/**
 * Makes a worker's output safe to show: removes escape sequences, control characters except tab and
 * newline, and what XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets: controls, lone surrogates,
 * U+FFFE, U+FFFF). Also removes bidi controls, which make a line look like something else.
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|\p{Surrogate}|\p{Bidi_Control}|[\ufffe\uffff]/gu, '');
}

/** The same on one line, for tables and lists. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
