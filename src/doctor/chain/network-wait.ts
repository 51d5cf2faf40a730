/**
 * A process that waits for the network: a request is outstanding and the process does nothing else.
 * An open, silent connection alone proves nothing, because Go keeps unused connections open.
 */

import type { ConnectionFact, ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { isTreeMoving } from './moving.ts';

export interface NetworkWait {
  readonly connection: ConnectionFact;
  /** How long it has been silent, milliseconds; null: unknown. */
  readonly silentMs: number | null;
  readonly pace: Pace;
}

/** 'slow': an answer may still come; worth a note. 'stalled': silent too long to expect an answer. */
export type Pace = 'slow' | 'stalled';

/** A shorter wait is not worth a note. */
const slowAfterMs = 1500;
const stalledAfterMs = 10_000;
/** If the silence of a connection is unknown, the age of the idle process stands in for it. */
const stalledAgeMs = 30_000;

/** null: it does not wait for the network, or received something between the looks. */
export function networkWaitOf(process: ProcessFact, snapshot: Snapshot): NetworkWait | null {
  if (process.connections.length === 0 || isTreeMoving(process, snapshot)) return null;
  const waits = process.connections
    .filter((connection) => isOutstanding(connection, process))
    .map((connection) => ({ connection, silentMs: silenceOf(connection) }));
  // Recent data on any connection shows that the network works.
  const [shortest] = waits.sort((a, b) => (a.silentMs ?? 0) - (b.silentMs ?? 0));
  if (shortest === undefined) return null;
  const pace = paceOf(shortest.silentMs, process.ageMs);
  return pace === null ? null : { ...shortest, pace };
}

/** The pace of a server or of a program that go started. null: not silent long enough. */
export function paceOf(silentMs: number | null, ageMs: number): Pace | null {
  if (silentMs === null) return ageMs >= stalledAgeMs ? 'stalled' : null;
  if (silentMs >= stalledAfterMs) return 'stalled';
  return silentMs >= slowAfterMs ? 'slow' : null;
}

/**
 * The last byte sent is newer than the last byte received: a request without its answer. HTTP/2
 * sends window updates after the last byte of an answer, so this proves nothing about a busy
 * process. An answer that broke off halfway shows by its open download file.
 */
function isOutstanding({ state, receivedBytes, silentMs, sentMs }: ConnectionFact, { files }: ProcessFact): boolean {
  if (state === 'SYN_SENT' || receivedBytes === 0) return true;
  if (silentMs === null || sentMs === null) return true;
  return sentMs <= silentMs || files.some(({ path }) => isDownload(path));
}

/** A zip's temporary name during its download. Source: cmd/go/internal/modfetch/fetch.go, downloadZip. */
export function isDownload(path: string): boolean {
  return /\.zip[^/]*$/.test(path) && path.includes('tmp');
}

/** Retransmissions to a peer that acknowledges nothing do not end the silence. */
function silenceOf({ silentMs, sentMs, ackedMs, sendQueueBytes, state }: ConnectionFact): number | null {
  if (state !== 'SYN_SENT' && sendQueueBytes > 0) return silentMs === null ? ackedMs : least(silentMs, ackedMs);
  return silentMs === null ? sentMs : least(silentMs, sentMs);
}

function least(a: number, b: number | null): number {
  return b === null ? a : Math.min(a, b);
}
