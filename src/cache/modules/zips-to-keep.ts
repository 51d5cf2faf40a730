/** A zip in the module cache at the end of a job, and the module extracted from it. */
export interface ZipAtEnd {
  /** "github.com/x/y@v1.0.0", escaped as in the path. */
  readonly module: string;
  /** A build list names it. */
  readonly isListed: boolean;
  /** This job fetched it. */
  readonly isFetched: boolean;
  /** The restored archive had it. */
  readonly wasRestored: boolean;
  /** The restored archive had the extracted module. */
  readonly treeWasRestored: boolean;
  /** The extracted module is whole, and goes into the archive. */
  readonly hasTree: boolean;
}

/**
 * Which zips go into an archive of extracted modules: where nothing is extracted, and where the job
 * fetched the zip although the extracted module had been restored. Such a job asks for zips, as `go
 * mod download` does, and will again, also for the modules that are new now. A job that needs no
 * zips leaves those of the archive in it: another job may need them, and no zip shows its use.
 */
export function zipsToKeep(zips: readonly ZipAtEnd[]): ReadonlySet<string> {
  const isAskedFor = ({ treeWasRestored, isFetched, wasRestored }: ZipAtEnd) =>
    treeWasRestored && (isFetched || wasRestored);
  const asksForAll = zips.some((zip) => zip.isListed && isAskedFor(zip));
  const kept = zips.filter((zip) => !zip.hasTree || isAskedFor(zip) || (asksForAll && zip.isListed && zip.isFetched));
  return new Set(kept.map(({ module }) => module));
}
