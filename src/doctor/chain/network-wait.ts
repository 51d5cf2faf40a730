/**
 * A process that waits for the network: a request is outstanding, and nothing that the process could do for itself goes on. Go keeps
 * connections open that nobody uses any more, so that an open and silent one alone says nothing.
 */

import type { ConnectionFact, ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';
import { isTreeMoving } from './moving.ts';

export interface NetworkWait {
  readonly connection: ConnectionFact;
  /** For how long nothing has come, milliseconds; null where nobody can tell. */
  readonly silentMs: number | null;
  readonly pace: Pace;
}

/** 'slow': an answer may still come, and it is worth a note. 'stalled': silent for so long that one should not be waited for. */
export type Pace = 'slow' | 'stalled';

/** An answer that comes within this time is nothing to speak of. */
const slowAfterMs = 1500;
const stalledAfterMs = 10_000;
/** Where no one tells since when a connection is silent, the age of an idle process stands in. */
const stalledAgeMs = 30_000;

/** Null: it does not wait for the network, or got something meanwhile. */
export function networkWaitOf(process: ProcessFact, snapshot: Snapshot): NetworkWait | null {
  if (process.connections.length === 0 || isTreeMoving(process, snapshot)) return null;
  const waits = process.connections
    .filter((connection) => isOutstanding(connection, process))
    .map((connection) => ({ connection, silentMs: silenceOf(connection) }));
  // What has just come on any of them shows that the network works.
  const [shortest] = waits.sort((a, b) => (a.silentMs ?? 0) - (b.silentMs ?? 0));
  if (shortest === undefined) return null;
  const pace = paceOf(shortest.silentMs, process.ageMs);
  return pace === null ? null : { ...shortest, pace };
}

/** How long to wait for something that answers by itself: a server, or a program that go has started. */
export function paceOf(silentMs: number | null, ageMs: number): Pace | null {
  if (silentMs === null) return ageMs >= stalledAgeMs ? 'stalled' : null;
  if (silentMs >= stalledAfterMs) return 'stalled';
  return silentMs >= slowAfterMs ? 'slow' : null;
}

/**
 * The last byte went out after the last one came in: a request without its answer. HTTP/2 tells the other side of room for more after
 * the last byte of an answer, so this alone proves nothing of a process at work. An answer that broke off in the middle shows
 * by the download that is still open.
 */
function isOutstanding({ state, receivedBytes, silentMs, sentMs }: ConnectionFact, { files }: ProcessFact): boolean {
  if (state === 'SYN_SENT' || receivedBytes === 0) return true;
  if (silentMs === null || sentMs === null) return true;
  return sentMs <= silentMs || files.some(({ path }) => isDownload(path));
}

/** The temporary name of a zip while it comes. Source: cmd/go/internal/modfetch/fetch.go, downloadZip. */
export function isDownload(path: string): boolean {
  return /\.zip[^/]*$/.test(path) && path.includes('tmp');
}

/** What is sent again and again to somebody who does not acknowledge it is no news. */
function silenceOf({ silentMs, sentMs, ackedMs, sendQueueBytes, state }: ConnectionFact): number | null {
  if (state !== 'SYN_SENT' && sendQueueBytes > 0) return silentMs === null ? ackedMs : least(silentMs, ackedMs);
  return silentMs === null ? sentMs : least(silentMs, sentMs);
}

function least(a: number, b: number | null): number {
  return b === null ? a : Math.min(a, b);
}
