/**
 * What .nvim.lua declares about gopls, as far as it is readable without running it:
 * https://neovim.io/doc/user/lsp.html#vim.lsp.config(), nvim-lspconfig's `lspconfig.gopls.setup`,
 * and the `servers` of LazyVim and kickstart.nvim.
 */

import { type Declarations, flagsIn, joined } from '../declarations.ts';
import { type Positioned, textOf, under } from '../position.ts';
import type { LuaTable } from '../read/lua-tables.ts';
import { goplsClient, isGopls } from './gopls-client.ts';

/** The text before the table of a gopls server. */
const servers = [
  /\bvim\.lsp\.config\s*\(\s*["']gopls["']\s*,\s*$/,
  /\bvim\.lsp\.config(?:\.gopls|\[\s*["']gopls["']\s*\])\s*=\s*$/,
  /(?:\.gopls|\[\s*["']gopls["']\s*\])\.setup\s*\(?\s*$/,
];

export function neovim(tables: readonly LuaTable[]): Declarations {
  return joined(
    tables.flatMap(({ before, table }) => {
      // A commented-out line, such as an example.
      if (before.includes('--')) return [];
      if (servers.some((pattern) => pattern.test(before))) return [serverOf(table)];
      const named = /\bservers\s*=\s*$/.test(before) ? [table] : serversIn(table);
      return named.flatMap((own) => under(own, 'gopls') ?? []).map(serverOf);
    }),
  );
}

function serversIn({ entries, items }: Positioned): readonly Positioned[] {
  return [
    ...entries.flatMap(({ key, value }) => (key === 'servers' ? [value] : serversIn(value))),
    ...items.flatMap(serversIn),
  ];
}

function serverOf(table: Positioned): Declarations {
  const cmd = under(table, 'cmd');
  const [program] = cmd?.items ?? [];
  return goplsClient({
    settings: [under(table, 'settings', 'gopls'), under(table, 'init_options')],
    command: program,
    commandSetting: 'cmd',
    args: { setting: 'cmd', flags: isGopls(textOf(program)) ? flagsIn(cmd).slice(1) : [] },
    env: { of: under(table, 'cmd_env'), reader: 'nobody' },
  });
}
