/** A command line or a file name of somebody else's must not steer the terminal. */
export function printable(line: string): string {
  const oneLine = line.replace(/[\t\r\n]+/g, ' ');
  // Colours are ours, everything else that is no text is not.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return oneLine.replace(/\u001b(?!\[\d{1,2}m)|[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g, '�');
}
