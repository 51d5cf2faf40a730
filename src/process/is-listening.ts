import { connect } from 'node:net';
import { errnoOf } from '../errors.ts';

/** Longer than any connect takes: the kernel accepts even for a stopped daemon. */
const timeoutMs = 2000;

/**
 * Whether a process listens on a unix socket. false: the kernel refuses the connection, so no
 * process in any container listens. null: unknown (a full queue, no permission, a path that is too
 * long).
 */
export function isListening(path: string): Promise<boolean | null> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    const end = (answer: boolean | null) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => end(null));
    socket.once('connect', () => end(true));
    socket.once('error', (error) => end(errnoOf(error) === 'ECONNREFUSED' ? false : null));
  });
}
