/** The form of `unlatch run --json`, as far as the renderers need it. */
import * as v from 'valibot';
import type { Report } from '../cell-report.ts';
import { localToolsSchema } from '../history/history-schema.ts';

const text = v.string();
const texts = v.array(text);
const count = v.number();
const tally = { present: count, absent: count, unknown: count, hits: v.nullable(count), why: text };
const key = { scenario: text, go: text, gopls: v.nullable(text) };

const reportSchema = v.object({
  schema: v.literal(1),
  unlatch: text,
  host: v.object({ kernel: text, docker: v.nullable(text) }),
  shard: v.exactOptional(v.object({ index: count, of: count, plan: v.array(v.object(key)) })),
  cells: v.array(
    v.object({
      ...key,
      runtime: v.picklist(['docker', 'host']),
      fs: v.nullable(text),
      local: v.exactOptional(localToolsSchema),
      claim: text,
      source: text,
      expect: v.picklist(['reproduced', 'not-reproduced']),
      verdict: v.nullable(v.picklist(['reproduced', 'not-reproduced', 'inconclusive'])),
      asExpected: v.boolean(),
      skipped: v.nullable(text),
      baseline: v.nullable(v.object(tally)),
      mitigations: v.array(
        v.object({
          name: text,
          expect: v.picklist(['holds', 'fails', 'untested']),
          verdict: v.picklist(['holds', 'fails', 'untested', 'inconclusive']),
          ...tally,
        }),
      ),
      doctor: v.object({
        expected: texts,
        reported: v.nullable(texts),
        stillReported: texts,
        withoutRemedy: v.nullable(text),
      }),
      ms: count,
    }),
  ),
});

/** @returns the report, with what a later version adds; or what is wrong with it, in words. */
export function asReport(value: unknown): { readonly report: Report } | { readonly wrong: string } {
  const result = v.safeParse(reportSchema, value);
  if (result.success) return { report: value as Report };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { wrong: path === null ? issue.message : `${path}: ${issue.message}` };
}
