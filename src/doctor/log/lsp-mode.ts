import type { LogEvent, LogFormat } from './log-format.ts';
import { tracedMessage, traceEntries } from './trace-lines.ts';

const ioLine = /^\[Trace - \d\d:\d\d:\d\d [AP]M\] /m;
const itsOwn =
  /^(?:Received request '\S+ - \(\S+\)\.$|.*Processing request took \d+ms$|.*"name": "emacs"|Command ".*gopls.*" is (?:not )?present on the path|Found the following clients for |Process gopls stderr )/m;

/**
 * The buffers of Emacs's lsp-mode: *lsp-log*, *lsp-log: gopls:PID* with `lsp-log-io`, *gopls::stderr*
 * (lsp-mode.el, lsp-log and lsp--log-entry-pp). Observed with 8.0.0.
 */
export const lspModeLog: LogFormat = {
  name: 'the log of lsp-mode in Emacs',
  from: '(setq lsp-log-io t), then M-x lsp-workspace-show-log; or the buffers *lsp-log* and *gopls::stderr*',
  recognises: (text) => itsOwn.test(text.replace(/^\[Trace - [^\]]*\] /gm, '')),
  read: (text) =>
    ioLine.test(text) ? traceEntries(text).flatMap((entry) => tracedMessage(entry) ?? []) : plainEvents(text),
};

function plainEvents(text: string): readonly LogEvent[] {
  if (/^Process gopls stderr /m.test(text)) {
    const said = text.replace(/^Process gopls stderr .*$/m, '').trim();
    return said === '' ? [] : [{ kind: 'stderr', time: '', text: said }];
  }
  return text
    .split(/^(?=\d{4}\/\d\d\/\d\d |Command "|Found the |The following )/m)
    .flatMap((entry): readonly LogEvent[] => {
      const time = /^\d{4}\/\d\d\/\d\d (\d\d:\d\d:\d\d) /.exec(entry)?.[1];
      if (time !== undefined) return [{ kind: 'said', time, how: 'log', text: entry.trim() }];
      const absent = /^Command ".*gopls.*" is not present on the path.*/.exec(entry)?.[0];
      return absent === undefined ? [] : [{ kind: 'said', time: '', how: 'error', text: absent }];
    });
}
