# The words that a scenario's shell lines may use beside the shell's own. docs/scenario-shell.md explains each.
# shellcheck shell=bash

# key FILE: how /proc/locks names the file ("fe:00:1234"). Fails when the file does not exist.
# Source: fs/locks.c, lock_get_status: major and minor in hex, the inode in decimal.
key() {
  local device inode
  read -r device inode < <(stat -L -c '%d %i' -- "$1" 2>/dev/null) && [[ -n $inode ]] || return 1
  printf '%02x:%02x:%d' $((device >> 8 & 0xfff)) $((device & 0xff | device >> 12 & 0xfff00)) "$inode"
}

# holder FILE: prints the process ids that hold a flock on the file, a line each; fails when there is none.
holder() { _locks "$1" ''; }

# waiter FILE: prints the process ids that wait for a flock on the file; fails when there is none.
waiter() { _locks "$1" '->'; }

_locks() {
  local key number arrow rest kind pid at found=1
  key=$(key "$1") || return 1
  # "1: FLOCK ADVISORY WRITE 42 fe:00:1234 0 EOF"; a waiter's line has an arrow after its number.
  while read -r number arrow rest; do
    if [[ $arrow == '->' ]]; then read -r kind _ _ pid at _ <<<"$rest"; else
      kind=$arrow arrow=''
      read -r _ _ pid at _ <<<"$rest"
    fi
    [[ $kind == FLOCK && $arrow == "$2" && $at == "$key" ]] || continue
    echo "$pid"
    found=0
  done </proc/locks
  return $found
}

# busy FILE: the file is locked by somebody, whoever it is (also by one whom /proc/locks does not show).
busy() { [[ -e $1 ]] && ! flock -n -x "$1" true; }

# started WORKER, exited WORKER: all copies of that worker have begun, have ended.
started() { _all "$1" start; }
exited() { _all "$1" exit; }

_all() {
  local dir
  for dir in "$LAB/out/worker/$1".*; do [[ -s $dir/$2 ]] || return 1; done
}

# pids WORKER: prints the process ids of that worker and of all below it, parents first.
pids() {
  local dir
  for dir in "$LAB/out/worker/$1".*; do _tree "$(<"$dir/pid")"; done
}

_tree() {
  local child
  [[ -e /proc/$1 ]] || return 0
  echo "$1"
  for child in $(cat "/proc/$1/task/"*/children 2>/dev/null); do _tree "$child"; done
}
