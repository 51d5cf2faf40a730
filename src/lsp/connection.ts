import { setImmediate as turn } from 'node:timers/promises';
import {
  createMessageConnection,
  ErrorCodes,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Server } from './server.ts';

/** vscode-jsonrpc decodes each message in one turn of the event loop and handles it in another. */
const quietTurns = 10;

/**
 * The connection of a session to its server. It listens once `listen()` is called.
 * `gone` settles when the server has gone and all that it had sent is handled: on a busy machine that is later.
 */
export function connectionTo(server: Server): { readonly connection: MessageConnection; readonly gone: Promise<void> } {
  const reader = new StreamMessageReader(server.output);
  // The timer for the rest of a message starts itself again for ever, even when the connection is disposed.
  reader.partialMessageTimeout = 0;
  let handled = 0;
  const connection = createMessageConnection(reader, new StreamMessageWriter(server.input), undefined, {
    messageStrategy: {
      handleMessage(message, next) {
        handled += 1;
        return next(message);
      },
    },
  });
  const drained = async () => {
    for (let quiet = 0, before = handled; quiet < quietTurns; quiet = handled === before ? quiet + 1 : 0) {
      before = handled;
      await turn();
    }
  };
  return { connection, gone: server.gone.then(drained) };
}

/**
 * Whether the connection failed, and not the server with an answer. The pipe breaks before the exit of a server is seen, which
 * tells why.
 */
export function isOfConnection(error: unknown): boolean {
  return !(error instanceof ResponseError) || error.code === ErrorCodes.MessageWriteError;
}
