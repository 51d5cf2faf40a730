import { readText } from './read-proc.ts';

/**
 * The first 12 digits of the id of a process's container, from "docker-<64 hex digits>.scope",
 * "/docker/<id>", "/docker/<id>/init.scope" or "cri-containerd-<id>.scope"; of nested ones the
 * outermost. null: it is in none, or belongs to another user.
 */
export function containerOf(pid: number | 'self'): string | null {
  return /[/-]([0-9a-f]{12})[0-9a-f]{52}(?=[./]|$)/m.exec(readText(`/proc/${pid}/cgroup`) ?? '')?.[1] ?? null;
}
