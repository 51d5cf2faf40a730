/** What one run of the bench has on its disk. Everything lies in one folder, and stays for a run that goes on. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Places {
  /** A path in the folder: at('runner', 'home'). */
  readonly at: (...names: string[]) => string;
  /** Runs a task once: its result is kept, as JSON, for a run that goes on. */
  readonly step: <T>(name: string, task: () => Promise<T> | T) => Promise<T>;
}

export function placesIn(folder: string): Places {
  mkdirSync(folder, { recursive: true });
  const at = (...names: string[]) => join(folder, ...names);
  return {
    at,
    step: async (name, task) => {
      const file = at(`${name}.json`);
      if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
      process.stderr.write(`${new Date().toISOString()} ${name}\n`);
      const result = await task();
      writeFileSync(file, JSON.stringify(result, null, 1));
      return result;
    },
  };
}
