import { connect } from 'node:net';
import { errnoOf } from '../../errors.ts';

/** Longer than any daemon takes to be told of a connection: the kernel takes it, even of a stopped one. */
const patienceMs = 2000;

/**
 * Whether somebody listens on a unix socket: false only when the kernel refuses the connection, for then nobody does, in
 * no container either. null: it cannot be told (a full queue, no permission, a path that is too long).
 */
export function isListening(path: string): Promise<boolean | null> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    const end = (answer: boolean | null) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(patienceMs, () => end(null));
    socket.once('connect', () => end(true));
    socket.once('error', (error) => end(errnoOf(error) === 'ECONNREFUSED' ? false : null));
  });
}
