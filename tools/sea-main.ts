/**
 * Where the single executable begins (node:sea): bundles are compiled from its assets, and the files that a run needs are unpacked into
 * the store once. The doctor and all that needs no such file write nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { getAsset, getRawAsset } from 'node:sea';
import { compileFunction } from 'node:vm';
import { storeDir } from '../src/go/store/store.ts';

const fromDisk = createRequire(process.execPath);
const loaded = new Map<string, { exports: unknown }>();

function load(name: string): unknown {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const filename = join(dirname(process.execPath), 'dist', name);
  const text = getAsset(`dist/${name}`, 'utf8')
    .replace(/^#!.*/, '')
    // node's own import() looks on the disk.
    .replace(/\bimport\(("[^"]*")\)/g, '(async () => require($1))()');
  const words = ['exports', 'require', 'module', '__filename', '__dirname'];
  const body = compileFunction(text, words, { filename });
  const require = (id: string) => (/^\.\/[a-z0-9-]+\.cjs$/.test(id) ? load(basename(id)) : fromDisk(id));
  body(module.exports, require, module, filename, dirname(filename));
  return module.exports;
}

/** The folder with docker/, sandbox/ and the programs of a sandbox. */
function unpacked(): string {
  const names: readonly string[] = JSON.parse(getAsset('files.json', 'utf8'));
  const digest = createHash('sha256');
  for (const name of names) digest.update(`${name}\0`).update(new Uint8Array(getRawAsset(name)));
  const folder = join(storeDir(process.env), 'self', digest.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(`${folder}-`);
  for (const name of names) {
    const file = join(staging, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, new Uint8Array(getRawAsset(name)), { mode: name.endsWith('.sh') ? 0o755 : 0o644 });
  }
  try {
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true });
    // Another was faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

Object.assign(globalThis, { [Symbol.for('unlatch.root')]: unpacked });

// child_process.fork names the script, which is this executable.
if (process.argv[2] === process.execPath || process.argv[2] === process.argv[1]) process.argv.splice(2, 1);
const [, , script = ''] = process.argv;
// In a sandbox this executable is the node that runs the sandbox's programs.
if (/^\/.*\.cjs$/.test(script)) {
  process.argv.splice(1, 1);
  fromDisk(script);
} else load('cli.cjs');
