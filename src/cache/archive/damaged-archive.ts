/** The archive differs from what was packed. */
export class DamagedArchive extends Error {
  override readonly name = 'DamagedArchive';
}
