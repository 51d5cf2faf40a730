import { logFormats } from './formats.ts';
import type { LogEvent } from './log-format.ts';
import { type LogPhase, OneStart } from './one-start.ts';

/** What an editor's log of gopls tells. All but `starts` is about the last start. */
export interface EditorLogFact {
  /** Whose log it is: "Neovim's lsp.log". */
  readonly format: string;
  /** How often gopls was started; 0: the log begins later. */
  readonly starts: number;
  /** With the times as the log has them: "02:22:00.247 AM initialize". */
  readonly timeline: readonly string[];
  /** The phase that gopls did not get out of; null: it loaded the workspace, or the log does not tell. */
  readonly stuck: LogPhase | null;
  /** Whether gopls loaded the workspace; null: the log does not tell. */
  readonly loaded: boolean | null;
  /** Why it could not load it, in its own words. */
  readonly failed: string | null;
  /** Errors and warnings that it showed and did not take back: "error: go.mod: unknown directive: <<<<<<<". */
  readonly said: readonly string[];
  /** What it wrote to its stderr. */
  readonly stderr: string;
  /** How it ended without being asked to: "exit code 2", or empty where the log does not say; null: it did not. */
  readonly ended: string | null;
  /** Requests of the editor that were never answered: "textDocument/hover (7), 02:22:03.120 AM". */
  readonly unanswered: readonly string[];
  /** Requests of gopls that the editor never answered: "workspace/configuration, 02:22:03.120 AM". */
  readonly editorOwes: readonly string[];
}

/** @returns null: this is the log of no editor that is known. `heard` false: it is, and nothing about gopls is in it. */
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
