/** The Go version that go.mod or go.work requires: https://go.dev/ref/mod#go-mod-file-go */
import { type Declarations, noDeclarations } from '../declarations.ts';

export function moduleFile(file: string, text: string): Declarations {
  const lines = text.split('\n');
  const line = lines.findIndex((own) => /^[ \t]*go[ \t]+1\.\d/.test(own));
  const version = /^[ \t]*go[ \t]+(1\.[0-9a-z.]+)/.exec(lines[line] ?? '')?.[1];
  if (version === undefined) return noDeclarations;
  const place = { file, line: line + 1, column: (lines[line] ?? '').indexOf('go') + 1 };
  return {
    ...noDeclarations,
    versions: [{ place, side: 'module', tool: 'go', who: file, version, written: version }],
  };
}
