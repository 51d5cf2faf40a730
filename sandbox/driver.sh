#!/bin/bash
# Runs one trial, from the setup to the probes, in a sandbox of either runtime. Reads its instructions from $LAB/trial
# (src/lab/trial/sandbox-files.ts) and writes its results to $LAB/out (src/lab/history/read-history.ts).
# Needs: bash 5, coreutils, util-linux.
# shellcheck disable=SC1091
set -mu
LAB=$(cd -- "${BASH_SOURCE[0]%/*}/.." && pwd)
export LAB
trial=$LAB/trial out=$LAB/out
cd "$LAB" || exit
exec 3>&1 2>"$out/driver"
. "$trial/env"
. "$trial/commands.sh"

now() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }
# event WHAT [NAME]: what happens now. Without a new process, so that it costs nothing that a trial could notice.
event() { printf '%s %s\n' "$EPOCHREALTIME" "$*" >>"$out/events.log"; }
# The time of day may be set while a trial runs; the uptime cannot, and tells by how much.
uptime() {
  local seconds
  read -r seconds _ </proc/uptime && event "$1" "$seconds"
}
begin=$(now)
uptime began
printf '%s' "$begin" >"$out/begin"
printf '%s' "$LAB" >"$out/lab"

# Ends the trial as a failure of the lab, which proves nothing about the claim.
harness() {
  printf '%s' "$*" >"$out/harness"
  finish
}

finish() {
  local job
  now >"$out/end"
  uptime ended
  for job in $(jobs -p); do kill -KILL -- "-$job"; done
  stat -f -c %T "$LAB" >"$out/fs"
  if [[ -n ${EMIT-} ]]; then
    find "$out" -type f -size +256k ! -name trace -exec sh -c 'for f; do tail -c 65536 "$f" >"$f.tail" && mv "$f.tail" "$f"; done' - {} +
    tar -C "$out" -cf - . >&3
  fi
  exit 0
}

# ./... would walk a cache inside the module and change what the go command sees.
[[ $GOMODCACHE/ != "$WORK"/* && $GOCACHE/ != "$WORK"/* ]] || harness "a cache is inside the module: $GOMODCACHE, $GOCACHE"

mkfifo "$out/events" "$out/barrier" "$out/idle" || harness 'cannot create a FIFO in the sandbox'
exec 7<>"$out/events" 8<>"$out/barrier" 9<>"$out/idle"
deadline=$((begin + DEADLINE_MS * 1000))
# Asked many times a second, so without a process.
left() { ((${EPOCHREALTIME/[.,]/} < deadline)); }

(
  cd "$WORK" && exec 7>&- 8<&- 9<&- && timeout "$((DEADLINE_MS / 1000 + 1))" bash -e -c '. "$LAB/trial/commands.sh"; . "$LAB/trial/setup"'
) >"$out/setup" 2>&1 </dev/null || harness "the setup failed: $(tail -c 2000 "$out/setup")"
event ready

# Faults of the whole sandbox. Each must be in force before any worker starts.
while read -r hold; do
  [[ -n $hold ]] || continue
  FAULT_LOG=$out/hold/$hold bash -c 'exec 7>&- 8<&- 9<&-; cd "$WORK"; . "$LAB/trial/commands.sh"; . "$0"' "$trial/hold/$hold" </dev/null >"$out/hold/$hold.output" 2>&1 &
  until [[ -s $out/hold/$hold && $(<"$out/hold/$hold") == armed* ]]; do
    left || harness "the fault did not take hold: $(<"$out/hold/$hold.output")"
    kill -0 $! || [[ $(<"$out/hold/$hold") == armed* ]] || harness "the fault ended before it took hold: $(<"$out/hold/$hold.output")"
    read -rt 0.01 -u9 _
  done
done <"$trial/holds"

declare -A waiting=() # awaited workers: first at the barrier, then at their exit
count=0
while read -r worker _; do
  (
    worker_out=$out/worker/$worker
    export COPY=${worker##*.} FAULT_LOG=$worker_out/fault WORKER_OUT=$worker_out
    wrap=
    [[ -e $trial/worker/$worker/wrap ]] && wrap=$(<"$trial/worker/$worker/wrap")
    # Inside the fault, so that its log has the sandbox's pids.
    [[ -e $trial/worker/$worker/own-pid-namespace ]] && wrap+=" $(<"$trial/worker/$worker/own-pid-namespace")"
    # Outermost: the wrappers of a worker may take locks too.
    [[ -e $trial/worker/$worker/trace ]] && wrap="$(<"$trial/worker/$worker/trace") $wrap"
    # eval splits the wrap's words and honours its quotes and $FAULT_LOG.
    eval "$wrap bash \"\$trial/worker.sh\" \"\$worker\"" </dev/null >"$worker_out/stdout" 2>"$worker_out/stderr"
    echo "$? $EPOCHREALTIME" >"$worker_out/exit"
    echo -n . >&7
  ) &
  waiting[$worker]=1
  ((count += 1))
done <"$trial/workers"

# Waits some seconds at most for a byte from a worker. The byte only wakes the driver; the workers' files hold the facts.
await() { read -rN1 -t "$1" -u7 _; }

# The barrier: no worker starts before all have reached it.
until [[ -z ${!waiting[*]} ]]; do
  left || harness 'the deadline passed before all workers reached the barrier'
  await 0.25
  for worker in "${!waiting[@]}"; do
    if [[ -e $out/worker/$worker/ready ]]; then
      unset "waiting[$worker]"
    elif [[ -s $out/worker/$worker/exit ]]; then
      harness "worker $worker ended before it was released: $(tail -c 1000 "$out/worker/$worker/stderr")"
    fi
  done
done
while read -r worker background; do
  [[ $background == 1 ]] || waiting[$worker]=1
done <"$trial/workers"
now >"$out/release"
event released
deadline=$((${EPOCHREALTIME/[.,]/} + DEADLINE_MS * 1000))
printf "%${count}s" '' >&8

# Lets each fault record its current hits.
note() {
  local hold
  while read -r hold; do
    [[ -e $trial/hold/$hold.note ]] || continue
    (FAULT_LOG=$out/hold/$hold && cd "$WORK" && . "$trial/hold/$hold.note") </dev/null >>"$out/hold/$hold.output" 2>&1
  done <"$trial/holds"
}

# doctor AT: runs the doctor in the workers' environment, under the first worker's fault. If the remedy is the rescue, the
# doctor carries it out right after its look.
doctor() {
  local wraps=("$trial"/worker/*/wrap) wrap='' fix=''
  [[ $1 == symptom && -n ${REMEDY-} && -e $trial/rescue ]] && fix=--fix
  [[ -n ${DOCTOR-} ]] || return
  [[ -e ${wraps[0]} ]] && wrap=$(<"${wraps[0]}")
  (export FAULT_LOG=$out/doctor.fault && cd "$WORK" && exec 7>&- 8<&- 9<&- && eval "$wrap $DOCTOR --at $1 $fix") >"$out/doctor.output" 2>&1 </dev/null
}

ended=deadline
tick=0.25
[[ -e $trial/symptom ]] && tick=0.02
# Whether the symptom shows: the trial then ends, or the rescue runs, once.
shows() { [[ $tick == 0.02 ]] && (. "$trial/symptom") >/dev/null; }

while left; do
  if shows; then
    event symptom
    # First: the hits may be over by the time the doctor is done.
    note
    if [[ ! -e $trial/rescue ]]; then
      ended=until
      # Concurrent with the probes, since the symptom may pass.
      doctor symptom &
      break
    fi
    doctor symptom
    now >"$out/rescue.at"
    event rescue
    (cd "$WORK" && exec 7>&- 8<&- 9<&- && timeout "$((DEADLINE_MS / 1000 + 1))" bash -e -c '. "$LAB/trial/commands.sh"; . "$LAB/trial/rescue"') >"$out/rescue.output" 2>&1 </dev/null
    printf '%s' $? >"$out/rescue.code"
    event rescued
    tick=0.25
  fi
  if ((${#waiting[@]} == 0)); then
    ended='done'
    break
  fi
  await $tick
  for worker in "${!waiting[@]}"; do
    if [[ -s $out/worker/$worker/exit ]]; then unset "waiting[$worker]"; fi
  done
done
printf '%s' "$ended" >"$out/ended"
note
# Editors run the doctor themselves before they exit.
[[ $ended == until ]] || grep -qs '"at":"end"' "$out/doctor" || doctor end

while read -r probe; do
  [[ -n $probe ]] || continue
  event probe "$probe"
  (cd "$WORK" && exec 7>&- 8<&- 9<&- && timeout 30 bash -c '. "$LAB/trial/commands.sh"; . "$0"' "$trial/probe/$probe") >"$out/probe/$probe" 2>&1 </dev/null
  printf '%s' $? >"$out/probe/$probe.code"
done <"$trial/probes"
if [[ $ended == until ]]; then wait $!; fi
finish
