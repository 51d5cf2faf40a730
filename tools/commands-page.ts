/** docs/commands.md: the help of each command. */
import { examplesOf } from '../src/cli/examples.ts';
import { theProgram } from '../src/cli/program.ts';

export function commandsPage(): string {
  const program = theProgram();
  const commands = program.createHelp().visibleCommands(program);
  const help = [program, ...commands].map((command) => {
    const title = command === program ? 'unlatch' : `unlatch ${command.name()}`;
    const text = command.configureHelp({ helpWidth: 110 }).helpInformation() + examplesOf(command.name());
    return `## ${title}\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n`;
  });
  return `# The command line\n\n\`npm run docs\` makes this page from the definitions of the commands.\n\n${help.join('\n')}`;
}
