#!/bin/bash
# Runs the trial of a testscript (src/lab/testscript) with the go on PATH, from the folder above lab/, and says whether its
# symptom is present. Beside the driver's files, lab/trial has:
# prefix: the words before the driver's command; symptoms: commands of judge.sh, of which one is enough; hits: an expression for
# the log of each fault, empty if its absence proves something too.
# Needs: bash 5, coreutils, util-linux, awk, a grep with -P.
# shellcheck disable=SC1091 # what it reads lies beside it in the sandbox
set -u
LAB=$PWD/lab
cd "$LAB" || exit
find . -name '*.base64' | while read -r file; do base64 -d "$file" >"${file%.base64}" && rm "$file"; done
xargs mkdir -p <trial/folders
bin=$(go env GOROOT)/bin || exit
prefix=()
eval "prefix=($(<trial/prefix))"
if ! "${prefix[@]}" true; then
  echo "a user namespace is not allowed here"
  exit 1
fi
env -i PATH="$PATH" GOROOT_BIN="$bin" LAB="$LAB" "${prefix[@]}" bash trial/driver.sh

out=$LAB/out
. trial/judge.sh
if [[ -e $out/harness ]]; then
  echo "the trial failed: $(<"$out/harness")"
  exit 1
fi
for worker in "$out"/worker/*; do
  echo "${worker##*/}: $(<"trial/worker/${worker##*/}/run")"
  cat "$worker/stdout" "$worker/stderr"
  read -r code _ <"$worker/exit" && echo "exit $code"
  if [[ ${code-} == 12[67] ]]; then
    echo 'the command could not be run'
    exit 1
  fi
done
for probe in "$out"/probe/*.code; do
  [[ -e $probe ]] && echo "probe ${probe##*/}: $(<"$probe")" && cat "${probe%.code}"
done
states=$(. trial/symptoms)
mapfile -t hits <trial/hits
# shellcheck disable=SC2086 # a word for each state
state=$(any_of $states)
if ((${#hits[@]} > 0)) && ! struck "${hits[@]}"; then
  echo 'the fault had no hits, so this proves nothing'
  exit 1
fi
printf '\nthe symptom is %s\n' "$state"
