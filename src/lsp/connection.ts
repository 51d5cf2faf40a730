import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Server } from './server.ts';

/** The connection of a session to its server. It listens once `listen()` is called. */
export function connectionTo({ output, input }: Pick<Server, 'output' | 'input'>): MessageConnection {
  const reader = new StreamMessageReader(output);
  // The timer for the rest of a message starts itself again for ever, even when the connection is disposed.
  reader.partialMessageTimeout = 0;
  return createMessageConnection(reader, new StreamMessageWriter(input));
}
