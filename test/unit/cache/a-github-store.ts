/**
 * A store in memory with the documented rules of GitHub's cache service. An archive is written once. A lookup returns the
 * newest archive whose key begins with the prefix, in the scope of the run's own ref before that of the default branch. An
 * archive that nobody looked up in seven days is evicted; over the quota, the one that was looked up longest ago. An archive
 * is deleted by its whole key and its ref.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching
 * https://docs.github.com/rest/actions/cache
 */
export interface StoredArchive<Content> {
  readonly key: string;
  readonly ref: string;
  readonly bytes: number;
  readonly content: Content;
  /** Increases in the order of creation. */
  readonly serial: number;
  usedDay: number;
}

const daysUnused = 7;

export class GitHubStore<Content> {
  readonly #quotaBytes: number;
  readonly #defaultRef: string;
  #archives: StoredArchive<Content>[] = [];
  #serial = 0;
  #day = 20_000;
  uploads = 0;

  constructor(quotaBytes: number, defaultRef: string) {
    this.#quotaBytes = quotaBytes;
    this.#defaultRef = defaultRef;
  }

  get archives(): readonly StoredArchive<Content>[] {
    return this.#archives;
  }

  get bytes(): number {
    return this.#archives.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get day(): number {
    return this.#day;
  }

  pass(days: number): void {
    this.#day += days;
    this.#archives = this.#archives.filter(({ usedDay }) => usedDay > this.#day - daysUnused);
  }

  find(prefixes: readonly string[], ref: string): StoredArchive<Content> | null {
    for (const scope of new Set([ref, this.#defaultRef])) {
      for (const prefix of prefixes) {
        const [newest] = this.#archives
          .filter((one) => one.ref === scope && one.key.startsWith(prefix))
          .sort((a, b) => b.serial - a.serial);
        if (newest !== undefined) {
          newest.usedDay = this.#day;
          return newest;
        }
      }
    }
    return null;
  }

  /** @returns false if the key exists. */
  put(key: string, ref: string, bytes: number, content: Content): boolean {
    if (this.#archives.some((one) => one.key === key && one.ref === ref)) return false;
    this.#archives.push({ key, ref, bytes, content, serial: ++this.#serial, usedDay: this.#day });
    this.uploads++;
    while (this.bytes > this.#quotaBytes) {
      const [oldest] = [...this.#archives].sort((a, b) => a.usedDay - b.usedDay || a.serial - b.serial);
      this.#archives = this.#archives.filter((one) => one !== oldest);
    }
    return true;
  }

  delete(key: string, ref: string): readonly StoredArchive<Content>[] {
    const gone = this.#archives.filter((one) => one.key === key && one.ref === ref);
    this.#archives = this.#archives.filter((one) => !gone.includes(one));
    return gone;
  }
}
