import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** In bytes: what a question weighs that is asked again, and an answer that refuses it. An archive that is sent again is more. */
const noMoreThanTrouble = 16 << 10;

/**
 * Watches all HTTP requests of this process, which are of the toolkit to the cache service, and calls `onSilence` once nothing
 * useful has come or gone for `silentMs`: no byte, or nothing but errors. The toolkit waits for minutes where a service takes
 * the connection and never answers, and gives up after 5 s where one that moves slowly pauses. Between requests of which the
 * last went well there is work on this side, as tar's, and no silence.
 *
 * @param onSilence is told what came last: "answered 503", "said nothing".
 */
export function watchService(silentMs: number, onSilence: (what: string) => void): void {
  const open = new Set<ClientRequest>();
  const sockets = new Map<Socket, number>();
  let lastMs = performance.now();
  let trouble: string | null = null;

  const socketOf = (socket: Socket | null) => {
    if (socket !== null && !sockets.has(socket)) sockets.set(socket, socket.bytesRead + socket.bytesWritten);
  };
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { readonly request: ClientRequest };
    open.add(request);
    if (request.socket === null) request.once('socket', socketOf);
    else socketOf(request.socket);
    request.once('close', () => open.delete(request));
    request.once('error', (error) => {
      open.delete(request);
      trouble = `failed: ${error.message}`;
    });
  });
  subscribe('http.client.response.finish', (message) => {
    const { response } = message as { readonly response: IncomingMessage };
    const status = response.statusCode ?? 0;
    trouble = status < 400 ? null : `answered ${status}`;
    response.once('aborted', () => {
      trouble = 'closed the connection within its answer';
    });
    const { socket } = response;
    const setTimeout = socket.setTimeout.bind(socket);
    socket.setTimeout = (ms, listener) => setTimeout(ms === 0 ? 0 : Math.max(ms, 2 * silentMs), listener);
  });
  setInterval(() => {
    let moved = 0;
    for (const [socket, before] of sockets) {
      const bytes = socket.bytesRead + socket.bytesWritten;
      moved += bytes - before;
      sockets.set(socket, bytes);
      if (socket.destroyed) sockets.delete(socket);
    }
    const now = performance.now();
    if (trouble === null ? moved > 0 || open.size === 0 : moved > noMoreThanTrouble) lastMs = now;
    else if (now - lastMs > silentMs) {
      lastMs = Number.POSITIVE_INFINITY;
      onSilence(trouble ?? 'said nothing');
    }
  }, 500).unref();
}
