import leven from 'leven';
import type { GoplsSetting } from '../../declarations.ts';
import type { ConfigFinding, Rule } from '../../finding.ts';
import type { ApiSetting, GoplsApi } from '../../probe/gopls-api.ts';
import { lastOf } from '../../source/editor-settings.ts';

/** A setting that this gopls rejects: unknown, removed, or with a value of the wrong type. */
export const goplsSetting: Rule = ({ gopls }) =>
  (gopls?.refusedSettings ?? []).map(({ setting, message }): ConfigFinding => {
    const api = gopls as GoplsApi;
    return {
      id: 'gopls-setting',
      // Since v0.16 gopls shows both kinds as errors, though it means to distinguish them.
      severity: message.includes('deprecated') ? 'warning' : 'error',
      place: placeIn(setting, message),
      summary: `gopls ${api.version} rejects this "${setting.name}"`,
      evidence: [`gopls: ${message}`],
      remedy: remedyFor(setting, message, api),
      source: 'gopls itself, started with this setting; gopls/internal/settings/settings.go',
    };
  });

/** The position of the name in the mapping that the message mentions, if any. */
function placeIn({ place, names }: GoplsSetting, message: string) {
  const own = names.filter(({ name }) => message.includes(`"${name}"`));
  return own.length === 1 ? (own[0]?.place ?? place) : place;
}

function remedyFor({ name, value }: GoplsSetting, message: string, { settings, version }: GoplsApi): string {
  const last = lastOf(name);
  if (/duplicate/.test(message))
    return `write "${last}" once: gopls ignores what comes before the last dot, so both are the same setting`;
  const known = settings.find((own) => own.name === last);
  const instead = /use "?([A-Za-z]+)"? instead/.exec(message)?.[1];
  if (instead !== undefined)
    return `write ${written(
      settings.find((own) => own.name === instead),
      instead,
    )} instead`;
  if (/deprecated/.test(message)) return 'remove it: it has no effect, or soon will not';
  if (known !== undefined && !/unexpected/.test(message)) return wanted(known);
  const inner = typeof value === 'object' && value !== null ? Object.keys(value)[0] : undefined;
  const isGroup = settings.some(({ hierarchy }) => hierarchy === name || hierarchy.startsWith(`${name}.`));
  if (isGroup && inner !== undefined) {
    return `put the full name with its dots below "gopls": "gopls": { "${name}.${inner}": … }`;
  }
  const near = nearest(last, settings);
  return near === undefined
    ? `remove it, or use a gopls that has it: ${version} does not`
    : `remove it, or write ${written(near, near.name)} if you mean that`;
}

function wanted({ name, type, values, byDefault }: ApiSetting): string {
  if (values.length > 0) return `"${name}" must be one of ${values.map((own) => own).join(', ')}`;
  const kinds: Readonly<Record<string, string>> = {
    bool: 'true or false',
    string: 'a string',
    int64: 'a number',
    '[]string': 'a list of strings',
    'time.Duration': 'a string with a number and a unit, such as "100ms"',
    'map[string]string': 'an object whose values are strings',
  };
  const kind = kinds[type] ?? (type.startsWith('map[') ? 'an object whose values are true or false' : type);
  return `"${name}" must be ${kind}; its default is ${byDefault}`;
}

function written(setting: ApiSetting | undefined, name: string): string {
  return setting === undefined || setting.hierarchy === '' ? `"${name}"` : `"${setting.hierarchy}.${name}"`;
}

function nearest(name: string, settings: readonly ApiSetting[]): ApiSetting | undefined {
  const distance = (own: ApiSetting) => leven(own.name.toLowerCase(), name.toLowerCase());
  const [near] = [...settings].sort((a, b) => distance(a) - distance(b));
  return near !== undefined && distance(near) <= Math.max(2, name.length / 4) ? near : undefined;
}
