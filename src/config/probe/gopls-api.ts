/** What gopls reports about itself: `gopls version -json`, `gopls api-json`, `gopls help serve`. */
import * as v from 'valibot';
import { EnvironmentError } from '../../errors.ts';
import type { CommandContext } from '../../process/run-command.ts';
import { runGopls } from './run-gopls.ts';

export interface GoplsApi {
  /** "0.24.0"; "(devel)" if built from a checkout. */
  readonly version: string;
  /** The Go that it was built with: "1.27.4"; null: unknown. */
  readonly builtWith: string | null;
  readonly settings: readonly ApiSetting[];
  /** For settings that map gopls's own names: the names that it knows. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Flags that it accepts only for compatibility: "mode". */
  readonly idleFlags: readonly string[];
}

export interface ApiSetting {
  readonly name: string;
  /** "ui.completion"; '' at the top level. */
  readonly hierarchy: string;
  readonly type: string;
  readonly values: readonly string[];
  readonly byDefault: string;
}

const versionSchema = v.object({
  GoVersion: v.optional(v.string(), ''),
  Main: v.object({ Version: v.string() }),
});

const list = <Entry extends v.GenericSchema>(entry: Entry) => v.nullish(v.array(entry), []);
const named = v.object({ Name: v.string() });

const apiSchema = v.object({
  Options: v.object({
    User: v.array(
      v.object({
        Name: v.string(),
        Hierarchy: v.optional(v.string(), ''),
        Type: v.string(),
        Default: v.optional(v.string(), ''),
        EnumValues: list(v.object({ Value: v.string() })),
      }),
    ),
  }),
  Lenses: list(v.object({ Lens: v.string() })),
  Analyzers: list(named),
  Hints: list(named),
});

/** @throws EnvironmentError when it is not a gopls, or one too old to report this. */
export async function readGoplsApi(gopls: string, where: CommandContext): Promise<GoplsApi> {
  const ask = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await runGopls(gopls, args, where);
    if (code === 0) return { stdout, stderr };
    throw new EnvironmentError(
      `${gopls} ${args.join(' ')} failed (exit ${code}) ${stderr.trim().slice(0, 200)}; if this is a wrapper, name the real gopls with --gopls`,
    );
  };
  const { GoVersion, Main } = parsed(versionSchema, (await ask('version', '-json')).stdout, `${gopls} version -json`);
  const api = parsed(apiSchema, (await ask('api-json')).stdout, `${gopls} api-json`);
  const help = await ask('help', 'serve');
  return {
    version: Main.Version.replace(/^v/, ''),
    builtWith: /^go(1\.\S+)/.exec(GoVersion)?.[1] ?? null,
    settings: api.Options.User.map(({ Name, Hierarchy, Type, Default, EnumValues }) => ({
      name: Name,
      hierarchy: Hierarchy,
      type: Type,
      byDefault: Default,
      values: (EnumValues ?? []).map(({ Value }) => Value),
    })),
    names: new Map([
      ['analyses', (api.Analyzers ?? []).map(({ Name }) => Name)],
      ['codelenses', (api.Lenses ?? []).map(({ Lens }) => Lens)],
      ['hints', (api.Hints ?? []).map(({ Name }) => Name)],
    ]),
    idleFlags: Array.from(
      `${help.stdout}\n${help.stderr}`.matchAll(/^[ \t]+-([\w.]+)(?:=\w+)?\n[ \t]+no effect$/gm),
      ([, name = '']) => name,
    ),
  };
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, text: string, what: string): v.InferOutput<Schema> {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (result.success) return result.output as v.InferOutput<Schema>;
  const why = result.issues[0].message.replace(/\s+/g, ' ').slice(0, 200);
  throw new EnvironmentError(`${what} does not print what gopls prints: ${why}`);
}
