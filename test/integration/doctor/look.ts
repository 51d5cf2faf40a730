/** Prints the doctor's snapshot of a folder, for a test that runs it as another user. */
import { takeSnapshot } from '../../../src/doctor/facts/take-snapshot.ts';

const [folder = '/'] = process.argv.slice(2);
const snapshot = await takeSnapshot({ folder, env: process.env, limitMs: 20_000, deep: false });
process.stdout.write(JSON.stringify(snapshot), () => process.exit(0));
