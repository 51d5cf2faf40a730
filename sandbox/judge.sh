# Judges the trial in $out as src/lab/check and src/lab/judge.ts do, for testscripts (src/lab/testscript): each command prints
# present, absent or unknown. Needs: bash 5, a grep with -P.
# shellcheck shell=bash disable=SC2154

# _has RE FILE …: whether one of the files has the expression, as Perl and JavaScript write it; ^ and $ are the text's.
_has() { grep -qPzs -e "$1" -- "${@:2}"; }

# The workers that are awaited.
_awaited() { awk '$2 == 0 { print $1 }' "$LAB/trial/workers"; }

# _code WORKER: its exit status; none while it runs.
_code() {
  local code=''
  read -r code _ <"$out/worker/$1/exit"
  echo "$code"
}

# _failed: the awaited workers that did not succeed.
_failed() {
  local worker
  for worker in $(_awaited); do [[ $(_code "$worker") == 0 ]] || echo "$worker"; done
}

# _absent_if_well: what it means that no symptom was seen.
_absent_if_well() { if [[ -z $(_failed) ]]; then echo absent; else echo unknown; fi; }

fails_with() {
  local worker
  for worker in $(_failed); do
    if _has "$1" "$out/worker/$worker/stderr" "$out/worker/$worker/stdout"; then
      echo present
      return
    fi
  done
  _absent_if_well
}

# each_fails_with WORKER RE …
each_fails_with() {
  local worker own failed=0 well=0
  while (($# > 0)); do
    while read -r worker _; do
      [[ ${worker%.*} == "$1" ]] || continue
      own=$(_code "$worker")
      if [[ $own == 0 ]]; then
        well=1
      elif _has "$2" "$out/worker/$worker/stderr"; then
        failed=1
      else
        echo unknown
        return
      fi
    done <"$LAB/trial/workers"
    shift 2
  done
  case $failed$well in
    10) echo present ;;
    11) echo unknown ;;
    *) echo absent ;;
  esac
}

# probe_prints PROBE RE
probe_prints() {
  if _has "$2" "$out/probe/$1"; then
    echo present
  elif [[ $(<"$out/probe/$1.code") != 0 ]]; then
    echo unknown
  else
    _absent_if_well
  fi
}

# waits_for_lock PROBE
waits_for_lock() {
  local failed worker
  failed=$(_failed)
  if [[ -z $failed ]]; then
    echo absent
    return
  fi
  for worker in $failed; do
    if [[ -z $(_code "$worker") && -e $out/worker/$worker/start && $(<"$out/probe/$1.code") == 0 ]]; then
      echo present
      return
    fi
  done
  echo unknown
}

rescue_fails() {
  if [[ ! -e $out/rescue.code ]]; then
    echo unknown
  elif [[ $(<"$out/rescue.code") == 0 ]]; then
    echo absent
  else
    echo present
  fi
}

# _whole_lines FILE …: their lines; what was cut off when its process was killed never ended.
_whole_lines() {
  local file
  for file; do
    [[ -s $file ]] || continue
    cat "$file"
    [[ -z $(tail -c 1 "$file") ]] || echo ' <unfinished ...>'
  done
}

# Leaves out the calls that only test a fault, also where strace splits them.
_without_canaries() {
  awk '/\.canary/ { if (/<unfinished \.\.\.>$/) split_calls[$1]; next }
    / resumed>/ && $1 in split_calls { delete split_calls[$1]; next }
    { print }'
}

# struck RE …: whether a fault hit, by the lines of its log.
struck() {
  local expression
  for expression; do
    _whole_lines "$out"/hold/[0-9]* "$out"/worker/*/fault | _without_canaries | grep -P -e "$expression" >/dev/null && return
  done
  return 1
}

# any_of STATE …: the state of several symptoms of which one is enough.
any_of() {
  local state
  for state in present unknown absent; do
    if [[ " $* " == *" $state "* ]]; then
      echo $state
      return
    fi
  done
}
