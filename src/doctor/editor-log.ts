/**
 * What an editor's log tells of gopls: VS Code's output "gopls (server)" with "go.trace.server", or the file of `gopls -rpc.trace
 * -logfile`. Both have the lines of vscode-jsonrpc's tracer (connection.ts, traceSendingRequest), told from the editor's side; before each,
 * VS Code has "[Trace - 2:22:00 AM] " (vscode-languageclient, client.ts, logTrace).
 */

export interface EditorLogFact {
  /** How often gopls was started; 0: this is no such log. */
  readonly starts: number;
  /** Of the last start, as the log has the times: "02:22:00.247 AM initialize". */
  readonly timeline: readonly string[];
  /** The phase that the last start did not get out of; null: it loaded the workspace. */
  readonly stuck: 'initialize' | 'go env' | 'go list' | null;
  /** Requests of the editor that were never answered, of the last start: "textDocument/hover (7), 02:22:03.120 AM". */
  readonly unanswered: readonly string[];
}

const message = /^(.*?)\b(Sending|Received) (request|response|notification) '(.+?)(?: - \((.+?)\))?'/;
/** What follows the line of a message is its own: VS Code's is JSON over many lines, that of gopls one line. */
const beginning = /^(?=.*\b(?:Sending|Received) (?:request|response|notification) ')/m;

export function readEditorLog(text: string): EditorLogFact {
  let starts = 0;
  let timeline: string[] = [];
  let waiting = new Map<string, string>();
  let reached: 'initialize' | 'go env' | 'go list' | 'answer' = 'initialize';
  let load: string | null = null;
  for (const entry of text.split(beginning)) {
    const [, head = '', way, kind, method = '', id] = message.exec(entry) ?? [];
    const time = /\d{1,2}:\d{2}:\d{2}(?:\.\d+)?(?: [AP]M)?/.exec(head)?.[0] ?? '';
    const note = (what: string) => timeline.push(`${time} ${what}`.trim());
    if (way === 'Sending' && kind === 'request') {
      if (method === 'initialize') {
        starts += 1;
        [timeline, waiting, reached, load] = [[], new Map(), 'initialize', null];
        note('initialize');
      }
      waiting.set(`${method} ${id}`, `${method} (${id}), ${time}`);
    }
    if (way === 'Received' && kind === 'response') {
      waiting.delete(`${method} ${id}`);
      if (method === 'initialize') {
        reached = 'go env';
        note('initialize is answered');
      }
    }
    if (reached === 'initialize') continue;
    // Where the trace is not verbose gopls's own messages stand there all the same.
    const body = entry.slice(entry.indexOf('\n') + 1);
    if (reached === 'go env' && /Created View|\bgo info for /.test(body)) {
      reached = 'go list';
      note('the view is made');
    }
    const token = /"token":\s*("[^"]*"|\d+)/.exec(body)?.[1] ?? null;
    if (/"title":\s*"Setting up workspace"/.test(body)) load = token;
    if (load !== null && token === load && /"kind":\s*"end"/.test(body)) {
      reached = 'answer';
      note('the packages are loaded');
    }
  }
  const stuck = starts === 0 || reached === 'answer' ? null : reached;
  return { starts, timeline, stuck, unanswered: [...waiting.values()] };
}
