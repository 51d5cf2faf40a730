/** Spreads the files that keep both cores busy for minutes over the run, the longest first, with light files in between. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const heavy = [
  'test/lab/catalogue/catalogue.test.ts',
  'test/lab/catalogue/isolation.test.ts',
  'test/e2e/doctor/healthy.test.ts',
  'test/e2e/doctor/stuck.test.ts',
  'test/editors/editors.test.ts',
  'test/e2e/cache/cache-weather.test.ts',
];

export class SpreadHeavy extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isHeavy = ({ moduleId }: TestSpecification) => heavy.some((file) => moduleId.endsWith(file));
    const order = sorted.filter((file) => !isHeavy(file));
    const light = order.length;
    const found = heavy.flatMap((name) => sorted.find(({ moduleId }) => moduleId.endsWith(name)) ?? []);
    found.forEach((file, index) => {
      order.splice(Math.floor((index * light) / found.length) + index, 0, file);
    });
    return order;
  }
}
