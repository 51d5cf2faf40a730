import { askedEnvironments, firstOfEach } from '../../facts/go/asked-environment.ts';
import type { Finder } from '../../finding.ts';
import { refusalIn } from '../../judge/go-refusal.ts';
import { isInGoenv, mendGoflags } from '../../judge/goflags.ts';
import { restart } from '../../remedy/remedy.ts';

/**
 * go refuses a flag in GOFLAGS in every command but `go env`. gopls then has no view and says why
 * only in a passing message.
 */
export const goflagsRefused: Finder = (snapshot) => {
  const found = askedEnvironments(snapshot).flatMap((asked) => {
    const refusal = refusalIn(asked);
    return refusal?.kind === 'goflags' ? [{ asked, words: refusal.words }] : [];
  });
  return firstOfEach(found, ({ words, asked }) => `${words} ${asked.go?.['GOFLAGS']}`).map(({ asked, words }) => {
    const { go, where, pids, variables } = asked;
    const value = variables['GOFLAGS'] || go?.['GOFLAGS'] || '';
    const from = isInGoenv(asked, 'GOFLAGS') ? `${go?.['GOENV'] ?? 'GOENV'}, set by go env -w` : 'the environment';
    return {
      id: 'goflags-refused',
      severity: 'error' as const,
      summary: `go refuses GOFLAGS${pids.length === 0 ? '' : ` ${where},`} in every command but go env: ${words.split('\n')[0]}`,
      evidence: [words, `GOFLAGS=${value} (of ${from})`],
      pids,
      consequences: [],
      // go names only the first bad flag; dropping them all always works.
      remedy: [
        mendGoflags(asked, () => false, 'or correct it: -flag=value, with spaces only between flags'),
        restart('gopls', 'an editor keeps the environment it was started with'),
      ],
      source: 'cmd/go/internal/base/goflags.go, InitGOFLAGS; scenario gopls-goflags-refused',
    };
  });
};
