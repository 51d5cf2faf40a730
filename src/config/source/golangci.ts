/** What .golangci.yml declares about Go: https://golangci-lint.run/docs/configuration/file/ */

import { type Declarations, noDeclarations } from '../declarations.ts';
import { type Positioned, textOf, under } from '../position.ts';

export function golangci(root: Positioned): Declarations {
  const mode = under(root, 'run', 'modules-download-mode');
  const go = under(root, 'run', 'go');
  const modeText = textOf(mode);
  return {
    ...noDeclarations,
    goFlags:
      mode === undefined || modeText === null || modeText === ''
        ? []
        : [
            {
              setting: 'run.modules-download-mode',
              side: 'linter',
              flags: [{ place: mode.place, text: `-mod=${modeText}` }],
            },
          ],
    versions:
      go === undefined || go.value === null
        ? []
        : [
            {
              place: go.place,
              side: 'linter',
              tool: 'go',
              who: 'golangci-lint, run.go',
              version: String(go.value),
              written: go.written,
            },
          ],
  };
}
