import { logFormats } from './formats.ts';
import type { LogEvent } from './log-format.ts';
import { type LogPhase, OneStart } from './one-start.ts';

/** The facts in an editor's log of gopls. All but `starts` are about the last start. */
export interface EditorLogFact {
  /** The kind of log: "Neovim's lsp.log". */
  readonly format: string;
  /** The number of starts of gopls; 0: the log begins later. */
  readonly starts: number;
  /** With the times of the log: "02:22:00.247 AM initialize". */
  readonly timeline: readonly string[];
  /** The phase that gopls is stuck in; null: it loaded the workspace, or unknown. */
  readonly stuck: LogPhase | null;
  /** Whether gopls loaded the workspace; null: unknown. */
  readonly loaded: boolean | null;
  /** Why it could not load the workspace, in its own words. */
  readonly failed: string | null;
  /** Errors and warnings that it showed and did not clear: "error: go.mod: unknown directive: <<<<<<<". */
  readonly said: readonly string[];
  /** Its stderr. */
  readonly stderr: string;
  /** How it ended unasked: "exit code 2", "" if the log does not say; null: it did not. */
  readonly ended: string | null;
  /** Requests of the editor that were never answered: "textDocument/hover (7), 02:22:03.120 AM". */
  readonly unanswered: readonly string[];
  /** Requests of gopls that the editor never answered: "workspace/configuration, 02:22:03.120 AM". */
  readonly editorOwes: readonly string[];
}

/** @returns null: no known log format. `heard` false: a known format, but nothing about gopls. */
export function readEditorLog(text: string): { readonly log: EditorLogFact; readonly heard: boolean } | null {
  const plain = text.replace(/\r\n/g, '\n').replace(/^\uFEFF/, '');
  const format = logFormats.find(({ recognises }) => recognises(plain));
  if (format === undefined) return null;
  const { start, starts } = lastStart(format.read(plain));
  const { timeline, reached, failed, said, stderr, ended, waiting, asked } = start;
  const log = {
    format: format.name,
    starts,
    timeline,
    stuck: reached === 'answer' ? null : reached,
    loaded: reached === null ? null : reached === 'answer' && failed === null,
    failed,
    said,
    stderr: stderr.join('\n'),
    ended,
    unanswered: [...waiting.values()],
    editorOwes: [...asked.values()],
  };
  return { log, heard: starts > 0 || start.heard };
}

function lastStart(events: readonly LogEvent[]): { readonly start: OneStart; readonly starts: number } {
  let start = new OneStart(null);
  let starts = 0;
  for (const event of events) {
    if (start.isFollowedBy(event)) {
      start = new OneStart('initialize');
      starts += 1;
    }
    start.take(event);
  }
  return { start, starts };
}
