/** The events of an editor's log, in one shape for all formats. */

/** A protocol message as far as the log contains it: without bodies only the method. */
export interface RpcMessage {
  readonly method?: string;
  readonly id?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

export type LogEvent = {
  /** The time as logged: "02:22:00.247 AM", "2026-11-28 19:25:51"; "" if it has none. */
  readonly time: string;
} & (
  | { readonly kind: 'started' }
  /** The log mentions the answer to `initialize` but not its message. */
  | { readonly kind: 'initialized' }
  | { readonly kind: 'message'; readonly from: 'editor' | 'gopls'; readonly message: RpcMessage }
  /** What gopls logged or showed, logged outside of a message. */
  | { readonly kind: 'said'; readonly how: 'error' | 'warning' | 'log'; readonly text: string }
  | { readonly kind: 'stderr'; readonly text: string }
  /** gopls ended. how: "exit code 2"; "" if the log does not say. */
  | { readonly kind: 'ended'; readonly how: string }
);

export interface LogFormat {
  /** "Neovim's lsp.log" */
  readonly name: string;
  /** How to get a sufficiently detailed log. */
  readonly from: string;
  readonly recognises: (text: string) => boolean;
  /** The events about gopls, oldest first. */
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

/** @returns undefined if it is not JSON: a log may be cut anywhere. */
export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a command line or program path is gopls's. */
export function namesGopls(command: string): boolean {
  return /(^|[/\\\s"'(])gopls(\.exe)?($|[\s"')\]])/.test(command);
}
