import type { Finder, Finding } from '../../finding.ts';
import { goplsAdvice } from '../../judge/gopls-advice.ts';
import type { SessionFact } from '../../snapshot.ts';

const source =
  'gopls/internal/server/general.go, addFolders ("Error loading workspace folders"); gopls/internal/server/workspace.go; the session of --connect';

/** What gopls shows its user, in its own words, or that it never created a view. */
export const goplsSays: Finder = ({ session, folder }) => {
  if (session === null) return [];
  const { failed, said, from } = session;
  const errors = said.filter((line) => line.startsWith('error: '));
  const warnings = said.filter((line) => !line.startsWith('error: '));
  const evidence = [...said, ...from];
  const base = { id: 'gopls-says', pids: [], consequences: [], source };
  const words = failed ?? errors[0]?.replace(/^error: /, '') ?? null;
  if (words !== null) {
    const what = failed === null ? 'shows an error' : 'could not load the workspace';
    return [
      {
        ...base,
        severity: 'error',
        summary: `gopls ${what}: ${words}`,
        evidence,
        remedy: goplsAdvice([words, ...errors].join('\n'), folder),
      },
    ];
  }
  if (warnings.length > 0) {
    const summary = `gopls shows a warning: ${warnings[0]?.replace(/^warning: /, '')}`;
    return [{ ...base, severity: 'warning', summary, evidence, remedy: [] }];
  }
  return noView(session).map((finding) => ({ ...base, ...finding, evidence: [...finding.evidence, ...from] }));
};

/** gopls said nothing: all that is known is where it got stuck. */
function noView({ stuck, why }: SessionFact): readonly Pick<Finding, 'severity' | 'summary' | 'evidence' | 'remedy'>[] {
  if (stuck !== 'initialize' && stuck !== 'go env') return [];
  const what = stuck === 'initialize' ? 'did not answer initialize' : 'created no view of the workspace';
  return [
    {
      severity: 'error',
      summary: `gopls ${what} for the session that unlatch opened`,
      evidence: why === null ? [] : [why],
      remedy: [],
    },
  ];
}
