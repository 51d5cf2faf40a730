import { askedEnvironments, firstOfEach } from '../facts/go/asked-environment.ts';
import type { Finder } from '../finding.ts';
import { refusalIn } from '../judge/go-refusal.ts';
import { isInGoenv, mendGoflags } from '../judge/goflags.ts';
import { restart } from '../remedy/remedy.ts';

/** go refuses a flag of GOFLAGS, in every command but `go env`: gopls has no view then, and shows why in a message that goes by. */
export const goflagsRefused: Finder = (snapshot) => {
  const found = askedEnvironments(snapshot).flatMap((asked) => {
    const refusal = refusalIn(asked);
    return refusal?.kind === 'goflags' ? [{ asked, words: refusal.words }] : [];
  });
  return firstOfEach(found, ({ words, asked }) => `${words} ${asked.go?.['GOFLAGS']}`).map(({ asked, words }) => {
    const { go, where, pids, variables } = asked;
    const value = variables['GOFLAGS'] || go?.['GOFLAGS'] || '';
    const from = isInGoenv(asked, 'GOFLAGS') ? `${go?.['GOENV'] ?? 'GOENV'}, by go env -w` : 'the environment';
    return {
      id: 'goflags-refused',
      severity: 'error' as const,
      summary: `go refuses GOFLAGS${pids.length === 0 ? '' : ` ${where},`} in every command but go env: ${words.split('\n')[0]}`,
      evidence: [words, `GOFLAGS=${value} (of ${from})`],
      pids,
      consequences: [],
      // Which of its words go minds, only a person can say for all: without any of them go runs.
      remedy: [
        mendGoflags(asked, () => false, 'or write it as go wants it: -flag=value, with spaces between flags only'),
        restart('gopls', 'an editor keeps the environment that it was started with'),
      ],
      source: 'cmd/go/internal/base/goflags.go, InitGOFLAGS; scenario gopls-goflags-refused',
    };
  });
};
