/** docs/action-reference.md: the inputs and outputs of action.yml. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { escapeMarkdown, row } from '../src/lab/report/markdown.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

export async function actionReference(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../action.yml'), 'utf8');
  const { inputs, outputs } = parse(text) as Action;
  return [
    '# The inputs and outputs of the action\n',
    '`npm run docs` makes this page from action.yml. [action.md](action.md) says how to use them.\n',
    '## Inputs\n',
    row(['input', 'default', 'meaning']),
    row(['---', '---', '---']),
    ...Object.entries(inputs).map(([name, input]) =>
      row([`\`${name}\``, input.default ? `\`${input.default}\`` : '', escapeMarkdown(input.description.trim())]),
    ),
    '\n## Outputs\n',
    row(['output', 'meaning']),
    row(['---', '---']),
    ...Object.entries(outputs).map(([name, { description }]) =>
      row([`\`${name}\``, escapeMarkdown(description.trim())]),
    ),
    '',
  ].join('\n');
}
