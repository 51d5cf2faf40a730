/**
 * What .zed/settings.json declares about gopls: https://zed.dev/docs/configuring-languages,
 * https://zed.dev/docs/languages/go
 */

import { type Declarations, flagsIn } from '../declarations.ts';
import { type Positioned, textOf, under } from '../position.ts';
import { goplsClient, isGopls } from './gopls-client.ts';

export function zed(root: Positioned): Declarations {
  const gopls = under(root, 'lsp', 'gopls');
  const command = under(gopls, 'binary', 'path');
  const own = command === undefined || isGopls(textOf(command));
  return goplsClient({
    settings: [under(gopls, 'initialization_options'), under(gopls, 'settings')],
    command,
    commandSetting: 'lsp.gopls.binary.path',
    args: {
      setting: 'lsp.gopls.binary.arguments',
      flags: own ? flagsIn(under(gopls, 'binary', 'arguments')) : [],
    },
    env: { of: under(gopls, 'binary', 'env'), reader: 'nobody' },
  });
}
