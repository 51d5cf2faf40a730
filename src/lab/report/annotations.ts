/** What is not as expected, as GitHub's runner marks it on a file and line. */
import type { CellReport } from '../cell-report.ts';
import { remarks } from './wording.ts';

export interface FilePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/**
 * A line each, in the form of the runner's commands
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message).
 * @param placeOf where the scenario declares the verdict; null: in no file here, so the mark has no place.
 */
export function annotations(
  cells: readonly CellReport[],
  placeOf: (scenario: string, mitigation: string | null) => FilePlace | null,
): readonly string[] {
  return cells.flatMap((cell) =>
    remarks(cell).map(({ outcome, mitigation, text }) => {
      const place = placeOf(cell.scenario, mitigation);
      const where = place === null ? '' : `file=${property(place.file)},line=${place.line},`;
      const level = outcome === 'differs' ? 'error' : 'warning';
      return `::${level} ${where}title=${property(`unlatch: ${cell.scenario}`)}::${message(text)}`;
    }),
  );
}

function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
