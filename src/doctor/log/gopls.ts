import type { LogFormat } from './log-format.ts';
import { tracedMessage, traceEntries } from './trace-lines.ts';

/** gopls's own trace has milliseconds and, after 24-hour times, AM or PM (x/tools: internal/lsprpc, protocol/log.go). */
const ownLine = /^\[Trace - \d\d:\d\d:\d\d\.\d{3} [AP]M\] (?:Sending|Received) /m;

/** The file of `gopls -rpc.trace -logfile`. vscode-go shows the same if "go.languageServerFlags" has -rpc.trace. */
export const goplsLog: LogFormat = {
  name: "gopls's own log",
  from: 'gopls -rpc.trace -logfile=FILE',
  recognises: (text) => ownLine.test(text),
  read: (text) =>
    traceEntries(text).flatMap(
      (entry) => tracedMessage(entry) ?? { kind: 'said', time: entry.time, how: 'log', text: entry.text },
    ),
};
