import { actionsJob } from './actions-job.ts';
import type { Ci } from './ci-job.ts';

export const forgejo: Ci = {
  name: 'forgejo',
  isHere: (env) => env['FORGEJO_ACTIONS'] === 'true',
  read: actionsJob,
};
