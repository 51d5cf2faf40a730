/** A process that provisions one Go, which tests race, kill and run as another user. Reports on stdout, in JSON lines. */
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';

const [version = '', context = '{}'] = process.argv.slice(2);
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  say({ done: await provisionGo(version, { ...JSON.parse(context), onProgress: (progress) => say({ progress }) }) });
} catch (error) {
  say({ failed: error instanceof Error ? { name: error.name, message: error.message } : String(error) });
}
