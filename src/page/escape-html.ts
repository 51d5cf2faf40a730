import { plainLine, plainText } from '../terminal/plain-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text on one line, for an element or an attribute in quotes. */
export function escapeHtml(text: string): string {
  return escaped(plainLine(text));
}

/** The same with its line breaks, for `pre`. */
export function escapeLines(text: string): string {
  return escaped(plainText(text));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
