import { actionsJob } from './actions-job.ts';
import type { Ci } from './ci-job.ts';

export const gitea: Ci = {
  name: 'gitea',
  isHere: (env) => env['GITEA_ACTIONS'] === 'true',
  read: actionsJob,
};
