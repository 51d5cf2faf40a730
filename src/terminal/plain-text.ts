import { stripVTControlCharacters } from 'node:util';

/**
 * What a worker wrote, made fit to show: no escape sequences, no control characters but tab and newline, and nothing
 * that XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets: controls, lone surrogates, U+FFFE, U+FFFF). Characters
 * that turn the direction of writing go too, since they make a line read as what it is not.
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
