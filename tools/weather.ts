/** `npm run weather`: runs a job in each weather of its cache service, and writes docs/weather.md. Needs dist/ as the sources build it, and a go on PATH. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { inWeather, outlooks } from '../test/e2e/in-weather.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const cell = (text: string) => text.replaceAll('|', '\\|').replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT');

// A few at once: most of their time is waiting.
const atOnce = 6;
const rows: string[] = [];
for (let start = 0; start < outlooks.length; start += atOnce) {
  for (const { outlook, main, post, outputs } of await inWeather(outlooks.slice(start, start + atOnce))) {
    const told = [...main.warnings, ...post.warnings].map(cell);
    const hit = outputs['cache-hit'] === 'true' ? 'exact' : 'miss';
    rows.push(`| ${outlook.what} | ${hit} | ${seconds(main.ms)} | ${seconds(post.ms)} | ${told.join('<br>') || '–'} |`);
    process.stderr.write(`${rows.at(-1)}\n`);
  }
}

await writeFile(
  join(import.meta.dirname, '../docs/weather.md'),
  `<!-- made by \`npm run weather\` -->
# A job in each weather of its cache service

One job with an archive of its modules and one of its builds, which a job before it has saved. The step and the post step as a
runner starts them, with Go on PATH; the times are of the whole steps, on ${availableParallelism()} cores with a load of ${Math.round(loadavg()[0] ?? 0)}. Where the service sends no byte for 15 s, the job goes on
without; an archive that moves, however slowly, is waited for (the slow one pauses four times for 6 s, and the toolkit alone would give up after 5).

| the service | cache | the step took | the post step took | what was said, as warnings |
| --- | --- | ---: | ---: | --- |
${rows.join('\n')}
`,
);
