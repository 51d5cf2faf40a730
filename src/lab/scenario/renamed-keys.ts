/** Renamed keys of a scenario, and renamed words of the vocabulary. The old names work for one more release. */
const ofScenario: Readonly<Record<string, string>> = {
  until: 'symptom',
  alone: 'exclusive',
  finding: 'doctorFinding',
};
const ofWorker: Readonly<Record<string, string>> = { apart: 'ownPidNamespace' };

export const renamedWords: Readonly<Record<string, keyof typeof import('../vocabulary.ts')>> = {
  editorIsTold: 'editorShows',
};

export interface RenamedKey {
  /** "workers[0].apart" */
  readonly path: string;
  readonly name: string;
}

/** The scenario with new keys, and the old ones it had. Anything but a scenario stays as it is. */
export function withNewKeys(scenario: unknown): {
  readonly scenario: unknown;
  readonly renamed: readonly RenamedKey[];
} {
  const renamed: RenamedKey[] = [];
  if (!isRecord(scenario)) return { scenario, renamed };
  const own = renameIn(scenario, ofScenario, '', renamed);
  const { workers } = own;
  if (!Array.isArray(workers)) return { scenario: own, renamed };
  const renamedWorkers = workers.map((worker: unknown, index) =>
    isRecord(worker) ? renameIn(worker, ofWorker, `workers[${index}].`, renamed) : worker,
  );
  return { scenario: { ...own, workers: renamedWorkers }, renamed };
}

/** If the new name is present too, the old one stays and is refused like any unknown key. */
function renameIn(
  record: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
  prefix: string,
  renamed: RenamedKey[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => {
      const name = Object.hasOwn(names, key) ? names[key] : undefined;
      if (name === undefined || Object.hasOwn(record, name)) return [key, value];
      renamed.push({ path: `${prefix}${key}`, name });
      return [name, value];
    }),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
