/** Command lines and file names of others must not send control codes to the terminal. */
export function printable(line: string): string {
  const oneLine = line.replace(/[\t\r\n]+/g, ' ');
  // Keeps our own colour codes and replaces every other control character.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this matches control characters
  return oneLine.replace(/\u001b(?!\[\d{1,2}m)|[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g, '�');
}
