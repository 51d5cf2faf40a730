/** What the real gopls says about each setting of a file when it receives them. */
import { groupBy } from '../../group-by.ts';
import type { SettingsSession } from '../../lsp/settings-session.ts';
import type { GoplsSetting } from '../declarations.ts';
import { lastOf } from '../source/editor-settings.ts';

export interface RefusedSetting {
  readonly setting: GoplsSetting;
  /** gopls's message without its "Invalid settings:". */
  readonly message: string;
}

/**
 * Sends all settings together, and if gopls objects, bisects to find which one it rejects. Settings
 * with the same last part stay together, since gopls objects to the second of them.
 */
export async function judgeSettings(
  settings: readonly GoplsSetting[],
  session: SettingsSession,
): Promise<readonly RefusedSetting[]> {
  const groups = groupBy(settings, ({ name }) => lastOf(name));
  return await judgeGroups([...groups.values()], session);
}

async function judgeGroups(
  groups: readonly (readonly GoplsSetting[])[],
  session: SettingsSession,
): Promise<readonly RefusedSetting[]> {
  if (groups.length === 0) return [];
  const messages = await messagesOn(groups.flat(), session);
  if (messages.length === 0) return [];
  const [group = []] = groups;
  if (groups.length === 1) return await judgeGroup(group, messages, session);
  const middle = groups.length >> 1;
  const first = await judgeGroups(groups.slice(0, middle), session);
  return [...first, ...(await judgeGroups(groups.slice(middle), session))];
}

/** Checks each setting alone. A message that only appears for all together goes to the last one. */
async function judgeGroup(
  group: readonly GoplsSetting[],
  messages: readonly string[],
  session: SettingsSession,
): Promise<readonly RefusedSetting[]> {
  const [last] = group.slice(-1);
  if (last === undefined) return [];
  if (group.length === 1) return messages.map((message) => ({ setting: last, message }));
  const alone: RefusedSetting[] = [];
  for (const setting of group) {
    for (const message of await messagesOn([setting], session)) alone.push({ setting, message });
  }
  const together = alone
    .reduce((text, { message }) => text.replace(message, ''), messages.join('; '))
    .replace(/^(?:; )+|(?:; )+$/g, '');
  return together === '' ? alone : [...alone, { setting: last, message: together }];
}

async function messagesOn(settings: readonly GoplsSetting[], session: SettingsSession): Promise<readonly string[]> {
  const shown = await session.show(Object.fromEntries(settings.map(({ name, value }) => [name, value])));
  return shown.map((message) => message.replace(/^Invalid settings: /, ''));
}
