/**
 * gopls repeats the errors of go. If a finding already covers such an error, gopls's message becomes
 * evidence of that finding.
 */
import type { Finding } from '../finding.ts';

/** go's messages for these findings, besides those in their evidence. */
const words: Readonly<Record<string, RegExp>> = {
  'cache-path': /build cache is (?:disabled|required)|failed to initialize build cache/,
  'tmpdir-unusable': /creating work dir/,
};

export function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const echoes = findings.flatMap((shown) => {
    const cause = shown.id === 'gopls-says' ? findings.find((other) => repeats(other, shown)) : undefined;
    return cause === undefined ? [] : [{ shown, cause }];
  });
  return findings
    .filter((finding) => !echoes.some(({ shown }) => shown === finding))
    .map((finding) => {
      const own = echoes.filter(({ cause }) => cause === finding).map(({ shown }) => shown.summary);
      return own.length === 0 ? finding : { ...finding, evidence: [...finding.evidence, ...own] };
    });
}

function repeats(cause: Finding, { summary, evidence }: Finding): boolean {
  if (cause.id === 'gopls-says' || cause.severity !== 'error') return false;
  const text = withoutPlaces([summary, ...evidence].join('\n'));
  if (words[cause.id]?.test(text)) return true;
  const said = cause.evidence.filter((line) => line.startsWith('go: ')).flatMap((line) => line.slice(4).split('\n'));
  return said.map(withoutPlaces).some((line) => line.length >= 12 && text.includes(line));
}

/** gopls omits the line and column that go prints: "go.mod:4: unknown directive". */
function withoutPlaces(text: string): string {
  return text.replaceAll(/(?<=\w):\d+(?::\d+)?(?=:)/g, '').trim();
}
