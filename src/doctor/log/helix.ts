import { jsonOrUndefined, type LogEvent, type LogFormat, rpcMessage } from './log-format.ts';

const line = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)\S* (helix_\S+) \[(\w+)\] (.*)$/s;

/**
 * helix.log, with the forms of helix-lsp/src/transport.rs ("gopls <- {…}", before 23.05 without a name)
 * and, for gopls's messages at the default level, of helix-term/src/application.rs, as in helix's
 * issues 6545, 10848 and 14475.
 */
export const helixLog: LogFormat = {
  name: "Helix's helix.log",
  from: 'hx -v, then ~/.cache/helix/helix.log',
  recognises: (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S* helix_\w+(?:::\w+)* \[\w+\] /m.test(text),
  read: (text) =>
    text.split(/^(?=\d{4}-\d\d-\d\dT\S+ [a-z_]+(?:::\w+)* \[)/m).flatMap((entry) => read(entry.trimEnd())),
};

function read(entry: string): readonly LogEvent[] {
  const [, time = '', module = '', , text = ''] = line.exec(entry) ?? [];
  if (module === 'helix_lsp::transport') return transport(time, text);
  const [, how, quoted = ''] =
    /window\/(?:show|log)Message: \w+ \{ typ: (\w+), message: ("(?:[^"\\]|\\.)*")/s.exec(text) ?? [];
  if (how !== undefined) {
    const said = unquote(quoted);
    const shown = /showMessage/.test(text) && how !== 'Info' && how !== 'Log';
    return [{ kind: 'said', time, how: shown ? (how === 'Error' ? 'error' : 'warning') : 'log', text: said }];
  }
  const failed = /^Failed to initialize the language servers? for .*gopls.*/s.exec(text)?.[0];
  return failed === undefined ? [] : [{ kind: 'said', time, how: 'error', text: failed }];
}

function transport(time: string, text: string): readonly LogEvent[] {
  const [, name, way, body = ''] = /^(?:(\S+) )?(err <-|err: <-|<-|->) ?(.*)$/s.exec(text) ?? [];
  if (way === undefined || (name !== undefined && !/^gopls/.test(name))) return [];
  if (way === 'err <-') return [{ kind: 'stderr', time, text: unquote(body).trim() }];
  if (way === 'err: <-')
    return name !== undefined && /StreamClosed/.test(body) ? [{ kind: 'ended', time, how: '' }] : [];
  const value = jsonOrUndefined(body);
  // helix logs the result of an answer a second time, alone.
  if (typeof value !== 'object' || value === null || !('jsonrpc' in value)) return [];
  return [{ kind: 'message', time, from: way === '->' ? 'editor' : 'gopls', message: rpcMessage(value) }];
}

/** Rust's Debug of a string is close to JSON; anything else stays as it is. */
function unquote(text: string): string {
  const value = jsonOrUndefined(
    text.replace(/\\'/g, "'").replace(/\\u\{(\w+)\}/g, (_, hex) => `\\u${hex.padStart(4, '0')}`),
  );
  return typeof value === 'string' ? value : text;
}
