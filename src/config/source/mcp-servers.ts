/**
 * What the settings of coding agents declare about gopls as a Model Context Protocol server:
 * .mcp.json and .cursor/mcp.json ("mcpServers"), .vscode/mcp.json ("servers").
 * https://go.dev/gopls/features/mcp
 */

import { type Declarations, flagsIn, joined } from '../declarations.ts';
import { type Positioned, textOf, under } from '../position.ts';
import { goplsClient, isGopls } from './gopls-client.ts';

export function mcpServers(root: Positioned): Declarations {
  const servers = [...(under(root, 'mcpServers')?.entries ?? []), ...(under(root, 'servers')?.entries ?? [])];
  return joined(
    servers
      .filter(({ value }) => isGopls(textOf(under(value, 'command'))))
      .map(({ key, value }) =>
        goplsClient({
          command: under(value, 'command'),
          commandSetting: `${key}, command`,
          args: { setting: `${key}, args`, flags: flagsIn(under(value, 'args')) },
          // The agents expand ${NAME} themselves.
          env: { of: under(value, 'env'), reader: 'shell' },
        }),
      ),
  );
}
