/** Parses /proc/PID/environ. */
export function parseEnviron(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split('\0').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    }),
  );
}
