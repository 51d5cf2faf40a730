/** The messages of the scenario schema. */
import leven from 'leven';
import * as v from 'valibot';

/** An object with exactly these keys. A misspelt key gets a suggestion. */
export function only<const Entries extends v.ObjectEntries>(entries: Entries, what = 'an object') {
  return v.strictObject(entries, (issue) => {
    if (issue.expected === 'never')
      return `is not known${suggestion(String(issue.received).slice(1, -1), Object.keys(entries))}`;
    if (issue.expected?.startsWith('"')) return 'is missing';
    return expected(what)(issue);
  });
}

export function suggestion(word: string, known: readonly string[]): string {
  const [nearest] = [...known].sort((a, b) => leven(a, word) - leven(b, word));
  return nearest !== undefined && leven(nearest, word) <= Math.max(2, word.length / 3)
    ? `; did you mean ${nearest}?`
    : `; known are ${known.join(', ')}`;
}

export function expected(what: string) {
  return (issue: { readonly received: string }) => `must be ${what}, not ${issue.received}`;
}

export function quoted(input: unknown): string {
  return JSON.stringify(input);
}

/** "mitigations["turn it off"].env.GOFLAGS" */
export function dotted(keys: readonly unknown[]): string {
  return keys
    .map((key) => (/^\w+$/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(key)}]`))
    .join('')
    .replace(/^\./, '');
}

export function pathTo(root: unknown, keys: readonly (string | number)[]): [v.IssuePathItem, ...v.IssuePathItem[]] {
  let input = root;
  const items = keys.map((key): v.IssuePathItem => {
    const value = (input as Record<string | number, unknown>)[key];
    const item = { type: 'unknown', origin: 'value', input, key, value } as const;
    input = value;
    return item;
  });
  return items as [v.IssuePathItem, ...v.IssuePathItem[]];
}
