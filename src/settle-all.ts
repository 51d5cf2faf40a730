/**
 * As Promise.all, but waits for all of them even if one fails: then what they share may be removed.
 *
 * @throws the error of the first one in the list that failed
 */
export async function settleAll<T extends readonly unknown[]>(
  promises: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(promises);
  return (await Promise.all(promises)) as unknown as T;
}
