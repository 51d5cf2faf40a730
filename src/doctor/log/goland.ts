import { jsonOrUndefined, type LogEvent, type LogFormat, namesGopls, rpcMessage } from './log-format.ts';

const line = /^(?:\d{4}-\d\d-\d\d )?(\d\d:\d\d:\d\d,\d{3})(?: \[ *\d+\])? +(\w+) +(?:- )?(\S+) - (.*)$/s;

/**
 * idea.log of the JetBrains IDEs, whose platform runs language servers (com.intellij.platform.lsp.impl:
 * LspServerImpl, LspServerProcessListener, Lsp4jServerConnector). It contains messages if Help, Debug
 * Log Settings has "#com.intellij.platform.lsp". The lines are those of public logs of 2023.2 to 2026.2
 * (a-h/templ's issue 127 is one). Lines of other servers are left out.
 */
export const golandLog: LogFormat = {
  name: "GoLand's idea.log",
  from: 'Help > Diagnostic Tools > Debug Log Settings: "#com.intellij.platform.lsp", then Help > Show Log',
  recognises: (text) =>
    /^(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d,\d{3}(?: \[ *\d+\])? +(?:FINE|FINER|INFO|WARN|ERROR|SEVERE|DEBUG|TRACE) /m.test(
      text,
    ),
  read,
};

function read(text: string): readonly LogEvent[] {
  const entries = text.split(/^(?=(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d,\d{3}[ [])/m);
  const servers = new Set<string>();
  return entries.flatMap((entry): readonly LogEvent[] => {
    const [, time = '', , by = '', rest = ''] = line.exec(entry.trimEnd()) ?? [];
    if (!/Lsp/.test(by)) return [];
    const [, way, name = '', text = ''] = /^(?:(-->|<--) )?([^\s:(]+@[^:(]*)(?:\([^)]*\))?: ?(.*)$/s.exec(rest) ?? [];
    if (/^starting LSP server: /.test(text)) {
      if (!namesGopls(text)) return [];
      servers.add(name);
      return [{ kind: 'started', time }];
    }
    // Up to 2025 the line has no server name, only the command line.
    const ended = /^LSP server process terminated, exit code = (-?\d+)(?:, command line: (.*))?/s.exec(
      text === '' ? rest : text,
    );
    if (ended !== null) {
      const its = ended[2] === undefined ? servers.has(name) : namesGopls(ended[2]);
      return its ? [{ kind: 'ended', time, how: `exit code ${ended[1]}` }] : [];
    }
    if (!servers.has(name) && !/gopls/i.test(name)) return [];
    if (way !== undefined) {
      const message = rpcMessage(jsonOrUndefined(text));
      return [{ kind: 'message', time, from: way === '-->' ? 'editor' : 'gopls', message }];
    }
    if (/^(?:LSP )?server initialized/.test(text)) return [{ kind: 'initialized', time }];
    const stderr = /^STDERR: (.*)$/s.exec(text)?.[1];
    if (stderr !== undefined) return [{ kind: 'stderr', time, text: stderr.trim() }];
    const failed = /^Failed to start server\s*([^\n]*)/.exec(text)?.[1];
    if (failed !== undefined) return [{ kind: 'said', time, how: 'error', text: `Failed to start server: ${failed}` }];
    return /LspServerImpl$/.test(by) ? [{ kind: 'said', time, how: 'log', text }] : [];
  });
}
