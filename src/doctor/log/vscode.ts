import type { LogEvent, LogFormat } from './log-format.ts';
import { type TraceEntry, tracedMessage, traceEntries } from './trace-lines.ts';

const clientLine = /^\[(?:Info|Warn|Error|Debug|Trace|LSP) *- |^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \[[a-z]+\] /im;

/**
 * The output "gopls (server)" of VS Code and its forks: messages with "go.trace.server", and gopls's log
 * without it. The prefixes are those of vscode-languageclient (client.ts, logTrace and
 * logOutputMessage), up to 9 and since 10; LSP4IJ's console writes the older ones.
 */
export const vscodeLog: LogFormat = {
  name: "VS Code's output of gopls",
  from: '"go.trace.server": "verbose", then View: Output, "gopls (server)"',
  recognises: (text) => clientLine.test(text),
  read: (text) => traceEntries(text).flatMap((entry) => tracedMessage(entry) ?? clientEvent(entry)),
};

/** The client's own messages and gopls's log. */
function clientEvent({ time, level, text }: TraceEntry): LogEvent | readonly LogEvent[] {
  const exited = /^Server process exited with (.+?)\.?$/m.exec(text)?.[1];
  if (exited !== undefined) return { kind: 'ended', time, how: exited };
  if (/^Connection to server got closed|^The .* server crashed \d+ times/m.test(text)) {
    return { kind: 'ended', time, how: '' };
  }
  // The client only reports that a request failed; that is not an error of gopls as a whole.
  if (/^(?:Request .* failed|Sending .* failed|Notify file events failed)/.test(text)) return [];
  // stderr appears without a prefix, before the first entry or after an unrelated one.
  const at = text.search(/^(?:gopls: |panic: |fatal error: |flag provided )/m);
  const own = (at === -1 ? text : text.slice(0, at)).trim();
  const how = level === 'error' && isStartFailure(text) ? 'error' : 'log';
  return [
    ...(own === '' ? [] : [{ kind: 'said', time, how, text: own } as const]),
    ...(at === -1 ? [] : [{ kind: 'stderr', time, text: text.slice(at) } as const]),
  ];
}

function isStartFailure(text: string): boolean {
  return /couldn't create connection|Couldn't start client|Starting client failed|initialization failed/i.test(text);
}
