import { asRecord, jsonOrUndefined, type LogEvent, type LogFormat, rpcMessage } from './log-format.ts';
import { readLisp } from './read-lisp.ts';

/** "[client-request] (id:1) Sat Nov 28 19:27:43 2026:" up to jsonrpc.el 1.0.20, then the message as a plist. */
const older =
  /^\[(internal|client-\w+|server-\w+)\](?: \(id:(\S+)\))?( ERROR)? \w{3} \w{3} +\d+ (\d\d:\d\d:\d\d) \d{4}:\n/;
/** "[jsonrpc] e[17:53:19.203] --> initialize[1] {…}" since, as in Emacs 30. */
const newer = /^\[jsonrpc\] ([eEDi])\[(\d\d:\d\d:\d\d\.\d+)\] *(?:(-->|<--) ?([^\s[]+)?(?:\[(\S+?)\])?)?\s?/;

/**
 * The events buffer of eglot in Emacs (jsonrpc.el, jsonrpc--log-event), in both forms: plists up to
 * Emacs 29, JSON since. Observed with eglot 1.9 on Emacs 28.2; the newer form is from jsonrpc.el
 * 1.0.25.
 */
export const eglotLog: LogFormat = {
  name: "eglot's events buffer in Emacs",
  from: 'M-x eglot-events-buffer, then M-x write-file',
  recognises: (text) => entries(text).some((entry) => older.test(entry) || newer.test(entry)),
  read: (text) => entries(text).flatMap((entry) => readOlder(entry) ?? readNewer(entry) ?? readStderr(entry)),
};

function entries(text: string): readonly string[] {
  return text.split(/^(?=\[(?:internal|client-\w+|server-\w+|jsonrpc|stderr)\])/m);
}

function readOlder(entry: string): readonly LogEvent[] | null {
  const [head, origin = '', id, , time = ''] = older.exec(entry) ?? [];
  if (head === undefined) return null;
  const value = readLisp(entry.slice(head.length));
  if (origin === 'internal') {
    const { message, change } = asRecord(value);
    return internal(time, `${String(message ?? '')} ${String(change ?? '')}`);
  }
  const known = id === undefined ? {} : { id };
  const from = origin.startsWith('client') ? 'editor' : 'gopls';
  return [{ kind: 'message', time, from, message: { ...known, ...rpcMessage(value) } }];
}

function readNewer(entry: string): readonly LogEvent[] | null {
  const [head, , time = '', way, method, id] = newer.exec(entry) ?? [];
  if (head === undefined) return null;
  const rest = entry.slice(head.length).trim();
  if (way === undefined) return internal(time, rest);
  const value = rest.startsWith('{') ? jsonOrUndefined(rest) : readLisp(rest);
  const known = { ...(method === undefined ? {} : { method }), ...(id === undefined ? {} : { id }) };
  return [
    { kind: 'message', time, from: way === '-->' ? 'editor' : 'gopls', message: { ...known, ...rpcMessage(value) } },
  ];
}

function internal(time: string, text: string): readonly LogEvent[] {
  if (/^Running language server/.test(text)) return [{ kind: 'started', time }];
  const how = /^Connection state changed?\W*(.*?)\W*$/s.exec(text)?.[1];
  return how === undefined ? [] : [{ kind: 'ended', time, how: how.trim() }];
}

function readStderr(entry: string): readonly LogEvent[] {
  const said = /^\[stderr\] +(.*)$/s.exec(entry)?.[1]?.trim() ?? '';
  return said === '' || /^nil\b|^Process EGLOT/.test(said) ? [] : [{ kind: 'stderr', time: '', text: said }];
}
