/** What a log of an editor holds, in the one shape that every format is read to. */

/** A message of the protocol, as far as the log has it: without bodies there is only the method. */
export interface RpcMessage {
  readonly method?: string;
  readonly id?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

export type LogEvent = {
  /** As the log has it: "02:22:00.247 AM", "2026-11-28 19:25:51"; empty where it has none. */
  readonly time: string;
} & (
  | { readonly kind: 'started' }
  /** The log tells of the answer to `initialize` without having the message. */
  | { readonly kind: 'initialized' }
  | { readonly kind: 'message'; readonly from: 'editor' | 'gopls'; readonly message: RpcMessage }
  /** What gopls logged or showed, where the log has it outside of a message. */
  | { readonly kind: 'said'; readonly how: 'error' | 'warning' | 'log'; readonly text: string }
  | { readonly kind: 'stderr'; readonly text: string }
  /** gopls is gone. How: "exit code 2"; empty where the log does not say. */
  | { readonly kind: 'ended'; readonly how: string }
);

export interface LogFormat {
  /** "Neovim's lsp.log" */
  readonly name: string;
  /** How to come by a log that tells enough, for who has none. */
  readonly from: string;
  readonly recognises: (text: string) => boolean;
  /** What concerns gopls in it, oldest first. */
  readonly read: (text: string) => readonly LogEvent[];
}

export function rpcMessage(value: unknown): RpcMessage {
  const { method, id, params, result, error } = asRecord(value);
  return {
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}),
    ...(params === undefined ? {} : { params }),
    ...(result === undefined ? {} : { result }),
    ...(error === undefined || error === null ? {} : { error }),
  };
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** @returns undefined for what is no JSON: a log can be cut anywhere. */
export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a command line, or the path of a program, is one of gopls. */
export function namesGopls(command: string): boolean {
  return /(^|[/\\\s"'(])gopls(\.exe)?($|[\s"')\]])/.test(command);
}
