/**
 * An editor shows much the same for every load that does not end. The stuck phase distinguishes them: each of these scenarios
 * has its own phase, and a session that is stuck in another phase is unknown.
 */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { readHistories } from '../../src/lab/history/history-store.ts';
import { specFor } from '../../src/lab/plan.ts';
import { type Phase, phases } from '../../src/lsp/phase.ts';
import type { SessionReport } from '../../src/lsp/session.ts';
import { aHistory, aSession } from '../unit/lab/a-history.ts';

/** Before `initialize` is answered, in `go env`, in `go list`. */
const stuck: Readonly<Record<string, Phase>> = {
  'gopls-daemon-stopped': 'initialize',
  'gopls-toolchain-download': 'go env',
  'gopls-stalled-proxy': 'go list',
  'gopls-stalled-sumdb': 'go list',
  'gopls-packages-driver': 'go list',
  'gopls-cacheprog-hang': 'go list',
};
const rows = Object.entries(stuck);
const histories = await readHistories(join(import.meta.dirname, '../histories'));

describe('a load that does not end', () => {
  test.each(rows)('%s is recognised by the phase "%s" alone', (id, own) => {
    const check = scenarios[id]?.check;
    for (const phase of phases) {
      const session = aSession({ stuck: phase, why: `no answer within 3000 ms (${phase})` });
      expect(check?.(aHistory({ workers: [session] })), phase).toMatchObject({
        state: phase === own ? 'present' : 'unknown',
      });
    }
  });

  const stored = rows.flatMap(([id, own]) => {
    const reproduced = histories.filter(({ scenario, arm, cell }) => {
      if (scenario !== id || arm !== null || scenarios[id] === undefined) return false;
      return specFor(scenarios[id], cell.go, cell.gopls)?.expect === 'reproduced';
    });
    return reproduced.map((history) => ({ id, own, at: Object.values(history.cell).join(', '), history }));
  });

  test('is stored in each of these phases', () => {
    expect(new Set(stored.map(({ own }) => own))).toEqual(new Set(Object.values(stuck)));
  });

  test.each(stored)('$id was stuck in "$own" when it ran on $at', ({ own, history }) => {
    const editor = history.workers.find(({ name }) => name === 'editor');
    const report = JSON.parse(editor?.stdout ?? '') as SessionReport;
    expect(report.stuck).toBe(own);
    // It had completed all earlier phases.
    expect(Object.keys(report.phases)).toEqual(phases.slice(0, phases.indexOf(own)));
  });
});
