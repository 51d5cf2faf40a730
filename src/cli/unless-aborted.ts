/** The answer; null if the signal came first: work that was cut short may still end with an answer, or fail. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  try {
    const answer = await work;
    return signal.aborted ? null : answer;
  } catch (error) {
    if (!signal.aborted) throw error;
    return null;
  }
}
