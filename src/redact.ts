/** "https://user:token@proxy" becomes "https://***@proxy". Also drops queries, which may be signed. */
export function redact(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@,|]+@/gi, '$1***@')
    .replace(/(https?:\/\/[^\s?,|]*)\?[^\s,|]*/gi, '$1?***');
}
