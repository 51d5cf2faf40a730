import { errnoOf, messageOf, UserError } from '../../errors.ts';
import type { History } from '../../lab/history/history.ts';
import { storeHistory } from '../../lab/history/history-store.ts';
import type { RunEvent } from '../../lab/run-event.ts';
import { makeFolders } from '../result-files.ts';

export interface HistoryKeeper {
  readonly keep: (history: History) => Promise<void>;
  /** @throws UserError if not all were stored. */
  readonly throwIfFailed: () => void;
}

/** A disk that fills up must not cost the verdicts: it is reported at once and fails the run at its end. */
export function historyKeeper(folder: string | undefined, listen: (event: RunEvent) => void): HistoryKeeper {
  let failure: UserError | undefined;
  return {
    keep: async (history) => {
      if (folder === undefined || failure !== undefined) return;
      try {
        await makeFolders(folder);
        await storeHistory(folder, history);
      } catch (error) {
        if (errnoOf(error) === undefined) throw error;
        // A concurrent trial may have failed first.
        if (failure === undefined) listen({ kind: 'note', text: `no more histories are stored: ${messageOf(error)}` });
        failure = new UserError(`--out ${folder}: not all histories could be stored`, { cause: error });
      }
    },
    throwIfFailed: () => {
      if (failure !== undefined) throw failure;
    },
  };
}
