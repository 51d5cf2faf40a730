/** Whether the store had an archive but could not unpack it. */
export function isDamage(why: string): boolean {
  return /\b(tar|unzstd|zstd|gzip)\b/.test(why);
}
