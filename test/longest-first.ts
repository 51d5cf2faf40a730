/** Starts the files that take minutes before all others, so that none of them is left for the end, alone. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const longest = [
  'test/scenarios/catalogue.test.ts',
  'test/scenarios/isolation.test.ts',
  'test/e2e/healthy.test.ts',
  'test/e2e/stuck.test.ts',
  'test/e2e/cache-weather.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((file) => moduleId.endsWith(file));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
