import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes of a retried request and its error response. A retried archive upload is larger. */
const retryBytes = 16 << 10;

/**
 * Watches all HTTP requests of this process, all from the toolkit to the cache service. Calls
 * `onSilence` after `silentMs` without useful traffic: no byte, or nothing but errors. The toolkit
 * itself waits minutes for a service that accepts connections and never answers, and gives up after
 * 5 s when a slow one pauses. Between requests, after a successful one, this side is working (tar),
 * so that does not count as silence.
 *
 * @param onSilence gets the last event: "answered 503", "was silent".
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
      trouble = 'closed connections early';
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
    if (trouble === null ? moved > 0 || open.size === 0 : moved > retryBytes) lastMs = now;
    else if (now - lastMs > silentMs) {
      lastMs = Number.POSITIVE_INFINITY;
      onSilence(trouble ?? 'was silent');
    }
  }, 500).unref();
}
