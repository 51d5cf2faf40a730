/**
 * What .helix/languages.toml declares about gopls:
 * https://docs.helix-editor.com/languages.html#language-server-configuration
 */

import { type Declarations, flagsIn } from '../declarations.ts';
import { type Positioned, textOf, under } from '../position.ts';
import { goplsClient, isGopls } from './gopls-client.ts';

export function helix(root: Positioned): Declarations {
  const gopls = under(root, 'language-server', 'gopls');
  const command = under(gopls, 'command');
  const own = command === undefined || isGopls(textOf(command));
  return goplsClient({
    settings: [under(gopls, 'config')],
    command,
    commandSetting: 'language-server.gopls.command',
    args: { setting: 'language-server.gopls.args', flags: own ? flagsIn(under(gopls, 'args')) : [] },
    env: { of: under(gopls, 'environment'), reader: 'nobody' },
  });
}
