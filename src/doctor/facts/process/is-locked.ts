import { nameInCache } from '../../../go/lock-name.ts';
import { readLink, readNames, readPids, readText } from '../../../process/proc/read-proc.ts';
import type { FileFact } from '../../process-fact.ts';
import { parseFdinfo } from './descriptors.ts';

/** Whether any visible process holds a flock on this file now. Another container has it at another path. */
export function isLocked({ inode, path }: Pick<FileFact, 'inode' | 'path'>): boolean {
  return readPids().some((pid) =>
    (readNames(`/proc/${pid}/fdinfo`) ?? []).some((fd) => {
      const info = parseFdinfo(readText(`/proc/${pid}/fdinfo/${fd}`) ?? '');
      if (info.lock === null || info.inode !== inode) return false;
      return nameInCache(readLink(`/proc/${pid}/fd/${fd}`) ?? '') === nameInCache(path);
    }),
  );
}
