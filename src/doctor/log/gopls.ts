import type { LogFormat } from './log-format.ts';
import { tracedMessage, traceEntries } from './trace-lines.ts';

/** gopls's own trace, which has milliseconds and, after the hours of a whole day, AM or PM (internal/lsprpc and protocol/log.go of x/tools). */
const ownLine = /^\[Trace - \d\d:\d\d:\d\d\.\d{3} [AP]M\] (?:Sending|Received) /m;

/** The file of `gopls -rpc.trace -logfile`; vscode-go showed the same in its output where "go.languageServerFlags" had -rpc.trace. */
export const goplsLog: LogFormat = {
  name: "gopls's own log",
  from: 'gopls -rpc.trace -logfile=FILE',
  recognises: (text) => ownLine.test(text),
  read: (text) =>
    traceEntries(text).flatMap(
      (entry) => tracedMessage(entry) ?? { kind: 'said', time: entry.time, how: 'log', text: entry.text },
    ),
};
