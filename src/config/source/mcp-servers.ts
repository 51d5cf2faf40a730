/**
 * What the settings of coding agents declare about gopls as a Model Context Protocol server:
 * .mcp.json, .cursor/mcp.json, .gemini/settings.json ("mcpServers"), .vscode/mcp.json ("servers"),
 * .codex/config.toml ("mcp_servers").
 * https://go.dev/gopls/features/mcp, https://geminicli.com/docs/tools/mcp-server/
 */

import { type Declarations, flagsIn, joined } from '../declarations.ts';
import { type Entry, type Positioned, textOf, under } from '../position.ts';
import { goplsClient, isGopls } from './gopls-client.ts';

export function mcpServers(root: Positioned): Declarations {
  const servers = (key: string) => (under(root, key)?.entries ?? []).filter(isUsed);
  return joined([
    // Most agents expand ${NAME} themselves; Codex does not.
    ...[...servers('mcpServers'), ...servers('servers')].map((server) => goplsOf(server, 'shell')),
    ...servers('mcp_servers').map((server) => goplsOf(server, 'nobody')),
  ]);
}

function isUsed({ value }: Entry): boolean {
  const off = under(value, 'disabled')?.value === true || under(value, 'enabled')?.value === false;
  return !off && isGopls(textOf(under(value, 'command')));
}

function goplsOf({ key, value }: Entry, reader: 'shell' | 'nobody'): Declarations {
  return goplsClient({
    command: under(value, 'command'),
    commandSetting: `${key}, command`,
    args: { setting: `${key}, args`, flags: flagsIn(under(value, 'args')) },
    env: { of: under(value, 'env'), reader },
  });
}
