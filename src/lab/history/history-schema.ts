import * as v from 'valibot';
import { eventKinds } from './trial-times.ts';

const nullable = { number: v.nullable(v.number()), string: v.nullable(v.string()) };

export const localToolsSchema = v.object({
  go: v.boolean(),
  gopls: v.nullable(v.object({ builtWith: v.string() })),
});

/** Strict about known keys; ignores unknown ones, since a later version may extend schema 1. */
export const historySchema = v.object({
  schema: v.literal(1),
  scenario: v.string(),
  arm: nullable.string,
  trial: v.number(),
  cell: v.object({
    go: v.string(),
    gopls: nullable.string,
    runtime: v.picklist(['docker', 'host']),
    fs: v.string(),
    local: v.exactOptional(localToolsSchema),
  }),
  versions: v.record(v.string(), v.string()),
  ended: v.picklist(['done', 'until', 'deadline']),
  rescue: v.nullable(v.object({ code: v.number(), atMs: v.number(), output: v.string() })),
  workers: v.array(
    v.object({
      name: v.string(),
      copy: v.number(),
      command: v.string(),
      background: v.boolean(),
      code: nullable.number,
      ended: v.picklist(['exited', 'killed', 'never-started']),
      stdout: v.string(),
      stderr: v.string(),
      startMs: nullable.number,
      endMs: nullable.number,
    }),
  ),
  faults: v.array(
    v.object({
      name: v.string(),
      worker: nullable.string,
      armed: v.boolean(),
      hits: v.number(),
      hitsMs: v.exactOptional(v.array(v.number())),
    }),
  ),
  probes: v.array(v.object({ name: v.string(), code: v.number(), stdout: v.string() })),
  // Absent in histories older than traces.
  locks: v.optional(
    v.nullable(
      v.object({
        uses: v.array(
          v.object({
            worker: v.string(),
            pid: v.number(),
            file: v.string(),
            mode: v.picklist(['exclusive', 'shared']),
            askedMs: v.number(),
            takenMs: nullable.number,
            releasedMs: nullable.number,
            end: v.picklist(['unlocked', 'process-ended', 'closed', 'kept', 'held', 'refused', 'failed', 'waiting']),
            errno: nullable.string,
            waited: v.boolean(),
            heldBy: v.array(v.object({ worker: v.string(), pid: v.number(), ms: v.number() })),
          }),
        ),
        endMs: v.number(),
        gaps: v.array(v.string()),
        heldTwice: v.array(v.string()),
      }),
    ),
    null,
  ),
  harness: nullable.string,
  doctor: v.nullable(
    v.array(
      v.object({
        at: v.picklist(['symptom', 'end']),
        findings: v.array(v.string()),
        verdict: v.string(),
        fromMs: v.exactOptional(v.number()),
        toMs: v.exactOptional(v.number()),
        processes: v.exactOptional(
          v.array(
            v.object({
              pid: v.number(),
              parent: v.number(),
              command: v.string(),
              waitsFor: nullable.string,
              holds: v.array(v.string()),
              startMs: v.number(),
            }),
          ),
        ),
      }),
    ),
  ),
  // Absent in histories older than the remedy arm.
  remedy: v.optional(
    v.nullable(
      v.array(
        v.object({
          finding: v.string(),
          text: v.string(),
          outcome: v.picklist(['done', 'failed', 'told']),
          lines: v.array(v.string()),
        }),
      ),
    ),
    null,
  ),
  ms: v.number(),
  // Absent in histories older than timelines.
  times: v.exactOptional(
    v.object({
      events: v.array(v.object({ what: v.picklist(eventKinds), atMs: v.number(), name: v.string() })),
      clockSetMs: nullable.number,
    }),
  ),
});
