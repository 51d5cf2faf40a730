/**
 * The lines of vscode-jsonrpc's tracer (connection.ts, traceSendingRequest), from the editor's point of
 * view. VS Code's client, gopls with -rpc.trace, lsp-mode and LSP4IJ write them, each with a different
 * prefix.
 */
import { asRecord, jsonOrUndefined, type LogEvent, type RpcMessage, rpcMessage } from './log-format.ts';

/** lsp-mode omits the closing quote after the method of a request from gopls. */
const messageLine =
  /\b(Sending|Received) (request|response|notification) '([^'\s]+?)(?: - \(([^)]*)\))?(?:'|\.$|$)(.*)$/m;

const time = /\d{1,2}:\d{2}:\d{2}(?:\.\d+)?(?: [AP]M)?/;
/**
 * "[Trace - 2:22:00 AM] " up to vscode-languageclient 9, since then "2026-11-28 19:28:23.265 [trace] " of
 * VS Code's LogOutputChannel.
 */
const head =
  /^(?:\[(?:Trace|Info|Warn|Error|Debug|LSP) *- [^\]]*\]|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \[(?:trace|debug|info|warning|error)\]) ?/i;
const entryBegins = new RegExp(`^(?=${head.source.slice(1)})`, 'im');

export interface TraceEntry {
  readonly time: string;
  /** "trace", "info", "warn", "error"; "" for text before the first entry. */
  readonly level: string;
  readonly text: string;
}

/** Splits a log into entries, each with its continuation lines. */
export function traceEntries(log: string): readonly TraceEntry[] {
  return log.split(entryBegins).flatMap((entry) => {
    const [start = ''] = head.exec(entry) ?? [];
    const level = /[a-z]+/i.exec(start)?.[0].toLowerCase() ?? '';
    const text = entry.slice(start.length).trim();
    return text === '' ? [] : [{ time: time.exec(start)?.[0] ?? '', level, text }];
  });
}

/** @returns null for an entry that is no protocol message. */
export function tracedMessage({ time, text }: TraceEntry): LogEvent | null {
  const [line = ''] = text.split('\n', 1);
  const [, way, what, method = '', id, rest = ''] = messageLine.exec(line) ?? [];
  if (way === undefined) return null;
  const from = way === 'Sending' ? 'editor' : 'gopls';
  const body = /\b(?:Params|Result|Error data): ([\s\S]*)$/.exec(text.slice(line.length))?.[1];
  const value = body === undefined ? undefined : jsonOrUndefined(body);
  return { kind: 'message', time, from, message: messageOf(what, method, id, value, rest) };
}

function messageOf(what = '', method: string, id: string | undefined, body: unknown, rest: string): RpcMessage {
  const known = { method, ...(id === undefined ? {} : { id }) };
  if (what !== 'response') return body === undefined ? known : { ...known, params: body };
  const failed = /Request failed: (.*)$/.exec(rest)?.[1];
  if (failed !== undefined) return { ...known, error: { message: failed } };
  // lsp-mode logs the whole message, others only its result.
  const whole = asRecord(body);
  if ('jsonrpc' in whole) return { ...rpcMessage(whole), ...known };
  return { ...known, result: body ?? null };
}
