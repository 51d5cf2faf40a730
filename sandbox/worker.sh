#!/bin/bash
# One copy of one worker, under its fault: waits at the barrier and for its condition, then runs its command.
# shellcheck disable=SC1091
. "$LAB/trial/commands.sh"
dir=$LAB/trial/worker/$1 out=$LAB/out/worker/$1
cd "$WORK" || exit
# In its own PID namespace $$ is 1; the sandbox's /proc has its pid in the sandbox.
read -r pid _ </proc/self/stat
echo "$pid" >"$out/pid"
if [[ -e $dir/canary ]]; then . "$dir/canary"; fi
: >"$out/ready"
echo -n . >&7
read -rN1 -u8 _
if [[ -e $dir/after ]]; then
  until (. "$dir/after") >/dev/null; do read -rt 0.02 -u9 _; done
fi
printf '%s' "$EPOCHREALTIME" >"$out/start"
echo -n . >&7
exec 7>&- 8<&- 9<&-
set -e
. "$dir/run"
