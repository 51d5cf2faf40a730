# Commands for scenarios on leases: locks in a server that end by themselves. docs/scenario-shell.md explains each.
# shellcheck shell=bash

# redis_server PORT [OPTION …]: starts a Redis on the loopback and returns once it answers. It keeps nothing on disk, unless an
# option says so.
redis_server() {
  mkdir -p "$LAB/redis/$1"
  # A changed process title would overwrite the environment, which marks the processes of a sandbox.
  redis-server --port "$1" --bind 127.0.0.1 --dir "$LAB/redis/$1" --save '' --set-proc-title no "${@:2}" >>"$LAB/redis/$1/log" 2>&1 &
  echo $! >"$LAB/redis/$1/pid"
  _within 10 redis-cli -p "$1" PING >/dev/null
}

# redis_kill PORT: kills that server.
redis_kill() { _kill_server "$LAB/redis/$1/pid"; }

# redis_restart PORT [OPTION …]: kills that server and starts it again.
redis_restart() { redis_kill "$1" && redis_server "$@"; }

# redis_lease MS PORT[,PORT …] COMMAND …: waits for a lease of that many milliseconds at that Redis, or at most of those
# (Redlock), and runs the command. $LEASE is the lease's secret; with one server, $TOKEN grows with each lease.
# Prints "waits" to stderr each time it is refused. Source: redis.io, "Distributed Locks with Redis".
redis_lease() {
  local ms=$1 ports=${2//,/ } port got all token start status=0 LEASE TOKEN
  shift 2
  while :; do
    # Not $$: in a PID namespace of its own each shell is process 1.
    LEASE=$(</proc/sys/kernel/random/uuid) got=0 all=0 TOKEN='' start=${EPOCHREALTIME/[.,]/}
    for port in $ports; do
      ((all += 1))
      token=$(redis-cli -p "$port" EVAL "return redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) and redis.call('incr', KEYS[2]) or 0" 2 modcache modcache:token "$LEASE" "$ms" 2>&1) || :
      if [[ $token =~ ^[1-9][0-9]*$ ]]; then got=$((got + 1)) TOKEN=$token; fi
    done
    # The counters of several servers are not one order.
    ((all == 1)) || TOKEN=
    ((got * 2 > all && ${EPOCHREALTIME/[.,]/} - start < ms * 1000)) && break
    _redis_release "$ports" "$LEASE"
    echo waits >&2
    pause 0.1
  done
  export LEASE TOKEN
  "$@" || status=$?
  _redis_release "$ports" "$LEASE"
  return $status
}

# Deletes only the lease that is still one's own.
_redis_release() {
  local port
  for port in $1; do
    redis-cli -p "$port" EVAL "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('del', KEYS[1]) or 0" 1 modcache "$2" >/dev/null 2>&1 || :
  done
}

# redis_owns PORT: succeeds if the lease $LEASE is still in force there.
redis_owns() { [[ $(redis-cli -p "$1" GET modcache) == "$LEASE" ]]; }

# etcd_server NUMBER [MEMBERS]: starts a member of an etcd cluster on the loopback (default: the only one), and returns once the
# cluster answers; a member that was there before finds its data. The client's port of member 1 is 2371, of member 2 2372.
etcd_server() {
  local member cluster=
  for ((member = 1; member <= ${2-1}; member++)); do cluster+=,m$member=http://127.0.0.1:238$member; done
  mkdir -p "$LAB/etcd"
  etcd --name "m$1" --data-dir "$LAB/etcd/$1" --initial-cluster "${cluster#,}" --initial-cluster-state new \
    --listen-client-urls "http://127.0.0.1:237$1" --advertise-client-urls "http://127.0.0.1:237$1" \
    --listen-peer-urls "http://127.0.0.1:238$1" --initial-advertise-peer-urls "http://127.0.0.1:238$1" \
    >>"$LAB/etcd/$1.log" 2>&1 &
  echo $! >"$LAB/etcd/$1.pid"
  # The first of several cannot answer alone.
  (($1 < ${2-1})) || ETCDCTL_ENDPOINTS=http://127.0.0.1:237$1 _within 20 etcdctl endpoint health >/dev/null 2>&1
}

# etcd_restart NUMBER [MEMBERS]: kills that member and starts it again.
etcd_restart() { _kill_server "$LAB/etcd/$1.pid" && etcd_server "$@"; }

# etcd_gateway PORT: starts a gateway on the loopback, through which a machine reaches member 1. Its process id is in
# $LAB/etcd/gateway.pid: stopped, it is a network that lets nothing through and closes nothing.
etcd_gateway() {
  etcd gateway start --listen-addr "127.0.0.1:$1" --endpoints 127.0.0.1:2371 >>"$LAB/etcd/gateway.log" 2>&1 &
  echo $! >"$LAB/etcd/gateway.pid"
  ETCDCTL_ENDPOINTS=http://127.0.0.1:$1 _within 20 etcdctl endpoint health >/dev/null 2>&1
}

# etcd_queue N: succeeds if that many processes hold the lock "modcache" of etcdctl or wait for it.
etcd_queue() { (($(etcdctl get --prefix modcache/ --keys-only | grep -c modcache) == $1)); }

# lease_storage FIFO: plays the server of a shared volume that compares fencing tokens. Each line "TOKEN MOUNT" of the FIFO asks for
# admission: with a newer token than all before, it ends the bindfs of the machine that it admitted last, and answers with the file
# $LAB/admitted.TOKEN. Runs until the trial ends.
lease_storage() {
  local last=0 machine='' token other server
  while read -r token other; do
    ((token > last)) || continue
    if [[ -n $machine ]]; then
      server=$(running "bindfs .* $machine$")
      kill -KILL "$server"
      wait_exit 10 "$server"
    fi
    last=$token machine=$other
    : >"$LAB/admitted.$token"
  done <>"$1"
}

_kill_server() {
  local pid
  pid=$(<"$1")
  kill -KILL "$pid"
  # Until it is reaped: a zombie's other threads may still listen.
  wait_exit 10 "$pid"
}
