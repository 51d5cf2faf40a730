import { actionsJob } from './actions-job.ts';
import type { Ci } from './ci-job.ts';

export const github: Ci = {
  name: 'github',
  isHere: (env) => env['GITHUB_ACTIONS'] === 'true',
  read: actionsJob,
};
