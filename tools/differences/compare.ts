import { UserError } from '../../src/errors.ts';
import { goVersionIn } from '../../src/go/version-file.ts';
import { parseGoRequest, resolveAmong } from '../../src/go/versions.ts';
import { type FileCase, files } from './file-cases.ts';
import { reasons } from './reasons.ts';
import { type SetupGoAnswer, setupGoFile, setupGoVersion } from './setup-go.ts';
import { known, specs } from './spec-cases.ts';

export function ourVersion(spec: string): SetupGoAnswer {
  const bare = spec.trim();
  if (bare === '') return 'PATH';
  try {
    const version = resolveAmong(parseGoRequest(bare), known);
    return version === null ? 'error' : { version };
  } catch (error) {
    if (error instanceof UserError) return 'error';
    throw error;
  }
}

function ourFile({ name, text, gotoolchain }: FileCase): SetupGoAnswer {
  const asked = goVersionIn(name, text, { toolchainLine: gotoolchain !== 'local' });
  if (asked !== null) return ourVersion(asked);
  // As in readGoVersionFile: several versions in a single-version file are a mistake; an empty file has none.
  return /\S/.test(text) && !/\.(?:mod|work)$|^\.tool-versions$/.test(name) ? 'error' : 'PATH';
}

export interface Comparison {
  readonly what: string;
  readonly theirs: string;
  readonly ours: string;
  readonly reason: string | null;
}

const said = (outcome: SetupGoAnswer) => (typeof outcome === 'string' ? outcome : outcome.version);

export function compareSpecs(): readonly Comparison[] {
  return specs.map(([spec, reason]) => ({
    what: `\`${spec.replaceAll('|', '\\|')}\``,
    theirs: said(setupGoVersion(spec.trim(), known)),
    ours: said(ourVersion(spec)),
    reason: reason === undefined ? null : reasons[reason],
  }));
}

export function compareFiles(): readonly Comparison[] {
  return files.map((one) => ({
    what: `${one.name} ${JSON.stringify(one.text)}${one.gotoolchain === undefined ? '' : ` with GOTOOLCHAIN=${one.gotoolchain}`}`,
    theirs: said(setupGoVersion(setupGoFile(one.name, one.text, one.gotoolchain ?? ''), known)),
    ours: said(ourFile(one)),
    reason: one.reason === undefined ? null : reasons[one.reason],
  }));
}

export function differs({ theirs, ours }: Comparison): boolean {
  return theirs !== ours;
}
