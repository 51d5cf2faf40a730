/** The names and kinds that a hostile tree draws from: leftovers, and what only looks like them. */

/** Suffixes after the version in an @v folder: leftovers (`goes`; `rested`: once it is old) and lookalikes. */
export const versionNames = [
  ['.zip123.tmp', 'goes'],
  ['.zip.tmp456', 'goes'],
  ['.ziphash789.tmp', 'goes'],
  ['.mod12.tmp', 'rested'],
  ['.info.tmp34', 'rested'],
  ['.zip', 'empty'],
  ['.mod', 'empty'],
  ['.partial', 'goes'],
  ['.info', 'stays'],
  ['.ziphash', 'stays'],
  ['.zip.tmp', 'stays'],
  ['.zip1.tmp.bak', 'stays'],
  ['.zip1x.tmp', 'stays'],
  ['\n.zip1.tmp', 'stays'],
] as const;
export const otherNames = ['lock', 'list', 'x.tmp', 'shallow.lock', 'zip1.tmp', 'a\nb', '.partial'] as const;
export const moduleNames = [
  'example.com/a',
  'lock',
  'x.tmp/cache',
  'with\nnewline',
  'é/ü',
  '-rf',
  'a/b/c/d',
  '!upper',
] as const;
export const kinds = [
  'file',
  'file',
  'file',
  'file',
  'file',
  'folder',
  'link',
  'loop',
  'fifo',
  'socket',
  'hardlink',
] as const;
