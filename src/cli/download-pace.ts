import { elapsedText } from '../terminal/elapsed.ts';

interface Received {
  readonly what: string;
  readonly receivedBytes: number;
  readonly totalBytes: number | null;
}

/** Before that a server has hardly begun to send. */
const paceFromMs = 2000;

/**
 * Says how far a download is and, from its pace so far, how long it still takes: "12.3 of 64.1 MB, about 40 s left".
 * @param nowMs a clock in milliseconds.
 */
export function downloadPace(nowMs: () => number): (event: Received) => string {
  let of = '';
  let began = { atMs: 0, bytes: 0 };
  let lastBytes = 0;
  return (event) => {
    const { what, receivedBytes, totalBytes } = event;
    // The next download, or the same one from its start.
    if (what !== of || receivedBytes < lastBytes) {
      of = what;
      began = { atMs: nowMs(), bytes: receivedBytes };
    }
    lastBytes = receivedBytes;
    const tookMs = nowMs() - began.atMs;
    const got = receivedBytes - began.bytes;
    const left = totalBytes === null ? 0 : totalBytes - receivedBytes;
    if (tookMs < paceFromMs || got <= 0 || left <= 0) return bytesText(event);
    return `${bytesText(event)}, about ${elapsedText(Math.max(1000, (left / got) * tookMs))} left`;
  };
}

/** "12.3 of 64.1 MB", or "12.3 MB" if the server does not send the total. */
function bytesText({ receivedBytes, totalBytes }: Omit<Received, 'what'>): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return totalBytes === null
    ? `${megabytes(receivedBytes)} MB`
    : `${megabytes(receivedBytes)} of ${megabytes(totalBytes)} MB`;
}
