# Commands for the shell lines of scenarios. docs/scenario-shell.md explains each.
# shellcheck shell=bash disable=SC1091
. "${BASH_SOURCE[0]%/*}/leases.sh"

# lock_holders FILE: prints the pids that hold a flock on the file, including those that inherited it; fails if there is none.
# /proc/locks is not enough: if the locker is dead it hides the lock and its waiters (fs/locks.c, locks_show).
# Source: proc_pid_fdinfo(5), "lock".
lock_holders() { _with _holding "$1"; }

# lock_waiters FILE: prints the pids that wait for a flock on the file; fails if there is none.
lock_waiters() { _with _waiting "$1"; }

# _with TEST FILE: prints the processes that have the file open and pass the test.
_with() {
  local fd pid found=1
  for fd in /proc/[0-9]*/fd/*; do
    [[ $fd -ef $2 ]] || continue
    pid=${fd#/proc/} pid=${pid%%/*}
    $1 "$pid" "${fd##*/}" || continue
    echo "$pid"
    found=0
  done
  return $found
}

_holding() { [[ $(<"/proc/$1/fdinfo/$2") == *lock:*FLOCK* ]]; } 2>/dev/null

# Go may wait in any of its threads, so check every task.
_waiting() {
  local task
  for task in /proc/"$1"/task/*/wchan; do
    [[ $(<"$task") == locks_lock_inode_wait ]] && return
  done
  return 1
} 2>/dev/null

# busy FILE: succeeds if any process holds a lock on the file, even one that /proc/locks does not show.
busy() { [[ -e $1 ]] && ! flock -n -x "$1" true; }

# waiting_pids WORKER …: prints the pids of those workers that wait in flock(2), even for a deleted file; fails unless each
# worker has one.
waiting_pids() {
  local worker pid found
  for worker; do
    found=1
    for pid in $(pids "$worker"); do
      _waiting "$pid" || continue
      echo "$pid"
      found=0
    done
    ((found == 0)) || return 1
  done
}

# locks_held_by WORKER: prints "PID FILE" for each flock that the worker's processes hold; a deleted file is marked
# "(deleted)". Fails if there is none.
locks_held_by() {
  local pid fd found=1
  for pid in $(pids "$1"); do
    for fd in /proc/"$pid"/fd/*; do
      _holding "$pid" "${fd##*/}" || continue
      echo "$pid $(readlink "$fd")"
      found=0
    done
  done
  return $found
}

# editor [OPTION …] SERVER ARG …: runs one session with gopls like an editor and prints its report as JSON.
editor() { "${NODE:-node}" "$LAB/trial/editor.cjs" "$@"; }

# proxy OPTION …: runs a module proxy on the loopback; see src/lab/serve/proxy.ts for the options.
proxy() { "${NODE:-node}" "$LAB/trial/proxy.cjs" "$@"; }

# remedy: carries out the doctor's remedy, unless a stuck editor of this worker already did; prints the variables to set, as
# lines for eval.
remedy() {
  local dir=${WORKER_OUT:-$LAB/out}
  [[ -e $dir/remedy.env ]] || eval "$DOCTOR --fix" >&2 ||
    echo '{"finding":"","text":"unlatch doctor --fix","outcome":"failed","lines":[]}' >>"$dir/remedy"
  cat "$dir/remedy.env"
}

# fault_hits: prints the requests that the fault requestFails has mistreated; fails if there is none.
fault_hits() { grep -sh '^struck ' "$LAB"/out/hold/[0-9]; }

# power_back: succeeds once the machine of the fault powerLost is up again.
power_back() { grep -qsE '^(struck|nothing lost)' "$LAB"/out/hold/[0-9]; }

# started WORKER …, exited WORKER …: succeed if all copies of those workers have started, have exited.
started() { _all start "$@"; }
exited() { _all exit "$@"; }

_all() {
  local what=$1 worker dir
  shift
  for worker; do
    for dir in "$LAB/out/worker/$worker".*; do [[ -s $dir/$what ]] || return 1; done
  done
}

# past SECONDS WORKER …: succeeds if all copies of those workers exited at least that long ago.
past() {
  local seconds=$1 worker end now
  shift
  exited "$@" || return
  for worker; do
    for end in "$LAB/out/worker/$worker".*/exit; do
      read -r _ end <"$end"
      now=${EPOCHREALTIME/[.,]/} end=${end/[.,]/}
      ((now - end >= seconds * 1000000)) || return
    done
  done
}

# pause SECONDS: sleeps, in a sandbox without starting a process: nobody writes to the driver's FIFO.
pause() {
  if [[ -p ${LAB-}/out/idle ]]; then read -rt "$1" <>"$LAB/out/idle" || :; else read -rt "$1" <> <(:) || :; fi
}

# wait_exit SECONDS PID …: waits until those processes have ended; fails if one still runs after that time.
wait_exit() { _within "$1" _gone "${@:2}"; }

# wait_unlocked SECONDS FILE: waits until no process holds a flock on the file; fails if one still does after that time.
wait_unlocked() { _within "$1" _free "$2"; }

# wait_exists SECONDS FILE: waits until there is such a file; fails if there is none after that time.
wait_exists() { _within "$1" test -e "$2"; }

# _within SECONDS TEST ARG …: runs the test ten times a second until it succeeds.
_within() {
  local limit=$((10 * $1)) tries
  for ((tries = 0; tries < limit; tries++)); do
    "${@:2}" && return
    pause 0.1
  done
  "${@:2}"
}

_gone() {
  local pid
  for pid; do [[ ! -e /proc/$pid ]] || return 1; done
}

_free() { ! lock_holders "$1" >/dev/null; }

# pids_named NAME WORKER …: prints the pids of those workers' processes that run a program of that name.
pids_named() {
  local worker pid
  for worker in "${@:2}"; do
    for pid in $(pids "$worker"); do
      if [[ $(<"/proc/$pid/comm") == "$1" ]]; then echo "$pid"; fi
    done
  done
} 2>/dev/null

# running PATTERN: prints the pids of this sandbox's processes whose command line matches; fails if there is none.
running() {
  local cmdline pid words found=1
  for cmdline in /proc/[0-9]*/cmdline; do
    pid=${cmdline#/proc/} pid=${pid%/cmdline}
    words=()
    if ! mapfile -d "" -t words <"$cmdline"; then continue; fi
    [[ ${words[*]} =~ $1 ]] || continue
    # Without namespaces, other processes of this machine may match too.
    grep -qszxF "LAB=$LAB" "/proc/$pid/environ" || continue
    echo "$pid"
    found=0
  done
  return $found
} 2>/dev/null

# without PROGRAM: prints a PATH with all programs of /usr/bin and /bin except that one.
without() {
  local folder=$LAB/without-$1 own
  if [[ ! -d $folder ]]; then
    own=$(mktemp -d "$LAB/without.XXXXXX")
    # Two calls: ln does not replace a link that it created in the same call.
    ln -sf /bin/* "$own"
    ln -sf /usr/bin/* "$own"
    rm -f "${own:?}/$1"
    # Another worker may have been faster.
    mv -T "$own" "$folder" 2>/dev/null || rm -r "$own"
  fi
  echo "$folder"
}

# pids WORKER: prints the pids of that worker and its descendants, parents first, without ended ones and orphans.
pids() {
  local dir stat line fields pid
  local -A children=()
  for stat in /proc/[0-9]*/stat; do
    read -r line <"$stat" || continue
    # "42 (a name) S 1 …": the name may contain anything, even a parenthesis.
    read -ra fields <<<"${line##*) }"
    pid=${stat#/proc/}
    children[${fields[1]}]+=" ${pid%/stat}"
  done 2>/dev/null
  for dir in "$LAB/out/worker/$1".*; do
    if [[ -s $dir/pid ]]; then _tree "$(<"$dir/pid")"; fi
  done
}

_tree() {
  local child
  [[ -e /proc/$1 ]] || return 0
  echo "$1"
  for child in ${children[$1]-}; do _tree "$child"; done
}

# The old names work for one more release. Each prints its new name once per trial.
_renamed() {
  if [[ ! -e $LAB/trial/told-$1 ]]; then
    : >"$LAB/trial/told-$1" || :
    echo "unlatch: \`$1\` is now called \`$2\`" >&2
  fi
  "${@:2}"
}
holder() { _renamed holder lock_holders "$@"; }
waiter() { _renamed waiter lock_waiters "$@"; }
holds() { _renamed holds locks_held_by "$@"; }
waits() { _renamed waits waiting_pids "$@"; }
named() { _renamed named pids_named "$@"; }
ended() { _renamed ended wait_exit "$@"; }
freed() { _renamed freed wait_unlocked "$@"; }
struck() { _renamed struck fault_hits "$@"; }
