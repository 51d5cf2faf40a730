/**
 * A store in memory with the rules of GitHub's cache service, as documented: an archive is written once; a look-up takes the
 * newest whose key begins with what is asked for, in the scope of the run's own ref before that of the default branch;
 * what nobody has asked for in seven days goes, and what was asked for longest ago once the quota is spent; an archive is deleted by
 * its whole key and its ref.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching
 * https://docs.github.com/rest/actions/cache
 */
export interface StoredArchive<Content> {
  readonly key: string;
  readonly ref: string;
  readonly bytes: number;
  readonly content: Content;
  /** In the order of creation. */
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

  /** @returns false where the key is taken. */
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
