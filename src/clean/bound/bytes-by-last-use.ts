/** The bytes of all units by the minute of their last use: how far back a bound has to cut. Pure. */

const minuteMs = 60_000;

/** About two years; what is older counts as that old. */
const mostMinutes = 1_000_000;

export interface BytesByLastUse {
  /** What a cut may remove. */
  readonly add: (lastUseMs: number, bytes: number) => void;
  /** What no cut removes. */
  readonly addInUse: (bytes: number) => void;
  readonly totalBytes: () => number;
  /** @param maxBytes null: any number. @param maxAgeMs null: any age. */
  readonly cut: (maxBytes: number | null, maxAgeMs: number | null) => Cut;
}

export interface Cut {
  /** Whether a unit goes that was last used then. */
  readonly removes: (lastUseMs: number) => boolean;
  /** What is removed by it, if nothing of it is used meanwhile. */
  readonly bytes: number;
  /** Whether the rest is within the bound. */
  readonly isEnough: boolean;
}

/** @param nowMs one moment for all units: a unit must not age between the sum and the cut. */
export function bytesByLastUse(nowMs: number): BytesByLastUse {
  const byMinute = new Float64Array(mostMinutes);
  let total = 0;
  const minuteOf = (lastUseMs: number) =>
    Math.min(mostMinutes - 1, Math.max(0, Math.floor((nowMs - lastUseMs) / minuteMs)));

  function cut(maxBytes: number | null, maxAgeMs: number | null): Cut {
    let from = mostMinutes;
    let bytes = 0;
    const oldest = maxAgeMs === null ? mostMinutes : Math.ceil(maxAgeMs / minuteMs);
    while (from > 0 && (from > oldest || (maxBytes !== null && total - bytes > maxBytes))) {
      from--;
      bytes += byMinute[from] ?? 0;
    }
    return {
      removes: (lastUseMs) => minuteOf(lastUseMs) >= from,
      bytes,
      isEnough: maxBytes === null || total - bytes <= maxBytes,
    };
  }

  return {
    add: (lastUseMs, bytes) => {
      total += bytes;
      const minute = minuteOf(lastUseMs);
      byMinute[minute] = (byMinute[minute] ?? 0) + bytes;
    },
    addInUse: (bytes) => {
      total += bytes;
    },
    totalBytes: () => total,
    cut,
  };
}
