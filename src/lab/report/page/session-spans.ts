import type { Span } from '../../../page/page-data.ts';
import type { WorkerResult } from '../../history/history.ts';

/**
 * The phases of a worker that ran `editor`, which prints them as JSON (src/lsp/session.ts). They are laid
 * from its start on: the some tens of milliseconds in which node starts are in no phase.
 */
export function phaseSpans({ command, stdout, startMs, endMs }: WorkerResult): readonly Span[] {
  if (startMs === null || !/\beditor\b/.test(command)) return [];
  const session = lastSession(stdout);
  if (session === null) return [];
  let at = startMs;
  const spans = Object.entries(session.phases).map(([what, ms]): Span => {
    const from = at;
    at += ms;
    return { kind: 'phase', what, startMs: Math.round(from), endMs: Math.round(at) };
  });
  return session.stuck === null
    ? spans
    : [...spans, { kind: 'stuck', what: session.stuck, startMs: Math.round(at), endMs }];
}

function lastSession(
  stdout: string,
): { readonly phases: Record<string, number>; readonly stuck: string | null } | null {
  const line = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (!line.startsWith('{"phases":')) return null;
  try {
    const { phases, stuck } = JSON.parse(line);
    return { phases, stuck };
  } catch (error) {
    // What was left of a long output begins in the middle.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
