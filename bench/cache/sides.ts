/** Whose action sets the job up. */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/package-root.ts';
import { mustRun } from './must-run.ts';
import { removeAll } from './releases.ts';

export interface Side {
  readonly name: string;
  /** As a workflow names it. */
  readonly uses: string;
  /** The folder that act takes in place of that repository. */
  readonly folder: string;
  /** Inputs besides go-version; none: the defaults alone. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** The sides that play this action, by name: their inputs. */
export const ourSides: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  defaults: {},
  'stable-mtimes': { 'stable-mtimes': 'true' },
  trees: { modules: 'trees' },
};

export const setupGoRef = 'v7.0.0';

/**
 * The real actions/setup-go, whose code is no part of this repository.
 *
 * @param from a clone of it, or a checkout.
 * @throws Error that tells how to get one.
 */
export function setupGo(from: string | undefined, folder: string): Side {
  const how = `git clone --depth 1 --branch ${setupGoRef} https://github.com/actions/setup-go, and --setup-go names that folder`;
  if (from === undefined) throw new Error(`the real actions/setup-go is needed: ${how}`);
  removeAll(folder);
  mkdirSync(folder, { recursive: true });
  const files = ['action.yml', 'package.json', 'matchers.json', 'dist'];
  if (existsSync(join(from, 'dist/setup/index.js'))) {
    for (const name of files) cpSync(join(from, name), join(folder, name), { recursive: true });
  } else {
    const archive = `${folder}.tar`;
    // A clone without a work tree, as a mirror is.
    mustRun('git', ['archive', '-o', archive, setupGoRef, ...files], from);
    mustRun('tar', ['-xf', archive, '-C', folder], folder);
  }
  return { name: 'setup-go', uses: `actions/setup-go@${setupGoRef}`, folder, inputs: {} };
}

/** This action as it is committed. */
export function ours(name: string, folder: string, inputs: Readonly<Record<string, string>> = {}): Side {
  removeAll(folder);
  for (const part of ['action.yml', 'package.json', 'dist', 'src/action/problem-matcher.json']) {
    mkdirSync(dirname(join(folder, part)), { recursive: true });
    cpSync(join(packageRoot(), part), join(folder, part), { recursive: true });
  }
  return { name, uses: 'unlatch/unlatch@v1', folder, inputs };
}
