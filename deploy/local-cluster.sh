#!/usr/bin/env bash
# A cluster on this machine: PostgreSQL from Debian's package, three nodes, haproxy in front, all in a directory that is deleted in the end. Debian's Prometheus,
# with the alerts, looks at it where it is installed; grafana-server and otelcol start where they are on the PATH.
#
#   deploy/local-cluster.sh            builds and starts it, prints the address and the first key; Ctrl-C ends it
#   deploy/local-cluster.sh --install  the same, and first installs what is missing of PostgreSQL, haproxy and Prometheus
#   deploy/local-cluster.sh status     what is ready
#   deploy/local-cluster.sh kill 2     kills node 2 (kill -9); start 2 starts it again
#   deploy/local-cluster.sh down       ends the one that runs, from another terminal or after its own was closed
#
# DNC_CLUSTER_PORT (8080) is where the proxy listens on the loopback, and DNC_CLUSTER_GRPC_PORT (8090) where it does for gRPC; the nodes' ports are 8081 to
# 8083 and, for gRPC, 8091 to 8093, their silos' 11111 to 11113 and 30001 to 30003.
# Prometheus is at 9090 and Grafana at 3000, or at the next free port.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
directory=${TMPDIR:-/tmp}/dnc-local-cluster-$UID
port=${DNC_CLUSTER_PORT:-8080}
grpc_port=${DNC_CLUSTER_GRPC_PORT:-8090}
nodes=(1 2 3)

main() {
  case ${1:-up} in
    up) up ;;
    --install) install_needs && up ;;
    down) down ;;
    status) status ;;
    kill) one_of_the_nodes "${2:-}" && kill -9 "$(pid_of "node-$2")" ;;
    start) one_of_the_nodes "${2:-}" && start_node "$2" && wait_until_ready "$2" ;;
    -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" ;;
    *) die "'$1' is none of up, --install, status, kill <node>, start <node>, down" ;;
  esac
}

up() {
  find_needs
  [[ ! -e $directory ]] || die "$directory is there: a cluster runs, or one was left behind. '$0 down' ends it."
  for taken in "$port" "$grpc_port" 8091 8092 8093 8081 8082 8083 11111 11112 11113 30001 30002 30003; do
    ! is_open "$taken" || die "Port $taken is taken by another program: end it, or set DNC_CLUSTER_PORT or DNC_CLUSTER_GRPC_PORT to another one for the proxy."
  done
  build
  mkdir -m 711 "$directory" && mkdir -m 700 "$directory/run" || exit 1
  echo $$ >"$directory/run/script.pid"
  echo "$port" >"$directory/run/port"
  trap 'exit 0' INT TERM HUP
  trap end EXIT
  start_postgres
  start_collector
  # The first one makes the organization and its key; the others find them.
  start_node 1 && wait_until_ready 1
  start_node 2 && start_node 3 && wait_until_ready 2 && wait_until_ready 3
  start_proxy
  start_prometheus
  start_grafana
  say
  # Until a signal comes. A node that ends is the proxy's to notice.
  wait "$(pid_of postgres)"
  die "PostgreSQL ended."
}

say() {
  echo
  echo "The API is at   http://localhost:$port"
  echo "gRPC            localhost:$grpc_port, in clear text"
  sed -n 's/^Administrator key.*: /The first key   /p' "$directory"/run/node-*.log
  [[ -z ${prometheus_port:-} ]] || echo "Prometheus      http://localhost:$prometheus_port"
  [[ -z ${grafana_port:-} ]] || echo "Grafana         http://localhost:$grafana_port"
  echo "Logs            $directory/run/*.log"
  echo "Ctrl-C ends it and deletes everything."
}

find_needs() {
  command -v dotnet >/dev/null || die "dotnet is missing: https://dotnet.microsoft.com/download"
  postgres=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [[ -x $postgres/initdb ]] && command -v haproxy >/dev/null || die "PostgreSQL or haproxy is missing: '$0 --install' installs them, by apt-get."
}

install_needs() {
  command -v apt-get >/dev/null || die "There is no apt-get here: install PostgreSQL 15 or newer and haproxy."
  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  ((EUID == 0)) || as_root=(sudo "${as_root[@]}")
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends postgresql haproxy prometheus
}

build() {
  echo "== build"
  dotnet publish "$root/src/DncActors.Host" -c Release -v quiet --nologo -clp:NoSummary -o "$root/artifacts/local-cluster" || die "The build failed."
}

start_postgres() {
  local data=$directory/postgres settings=(-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200) as_user=()
  # Whoever reaches the loopback of this machine needs the password.
  password=$(od -An -N 16 -tx1 /dev/urandom | tr -d ' \n')
  mkdir -m 700 "$data" && (umask 077 && echo "$password" >"$directory/password") || exit 1
  # It refuses to run as root.
  if ((EUID == 0)); then
    as_user=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
    chown postgres:postgres "$data" "$directory/password"
  fi
  (cd / && "${as_user[@]}" "$postgres/initdb" -D "$data" -U dnc --auth=scram-sha-256 --pwfile="$directory/password" --encoding=UTF8 --locale=C.UTF-8) \
    >"$directory/run/postgres.log" 2>&1 || die "initdb failed: $(<"$directory/run/postgres.log")"
  postgres_port=$(free_port)
  (cd / && exec setsid "${as_user[@]}" "$postgres/postgres" -D "$data" -p "$postgres_port" "${settings[@]}" >>"$directory/run/postgres.log" 2>&1) &
  echo $! >"$directory/run/postgres.pid"
  until grep -q 'ready to accept connections' "$directory/run/postgres.log"; do
    is_running postgres || die "PostgreSQL ended: $(<"$directory/run/postgres.log")"
    sleep 0.1
  done
  (umask 077 && echo "Host=127.0.0.1;Port=$postgres_port;Database=dnc;Username=dnc;Password=$password" >"$directory/run/connection-string")
  PGPASSWORD=$password "$postgres/createdb" -h 127.0.0.1 -p "$postgres_port" -U dnc dnc || die "The database could not be made."
}

start_node() {
  local n=$1
  ! is_running "node-$n" || die "Node $n is running."
  (
    cd "$directory/run" || exit 1
    export ASPNETCORE_URLS=http://127.0.0.1:808$n Dnc__GrpcUrl=http://127.0.0.1:809$n Dnc__Storage=postgres Dnc__ConnectionString Dnc__AdvertisedAddress=127.0.0.1
    export Dnc__SiloPort=1111$n Dnc__GatewayPort=3000$n Dnc__ClusterId=dnc Dnc__Demo=${Dnc__Demo:-false}
    Dnc__ConnectionString=$(<connection-string)
    if is_running collector; then export OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4317; fi
    exec setsid dotnet "$root/artifacts/local-cluster/DncActors.Host.dll" >>"node-$n.log" 2>&1
  ) &
  echo $! >"$directory/run/node-$n.pid"
  disown
}

start_proxy() {
  cp "$root/deploy/haproxy.cfg" "$directory/run/haproxy.cfg"
  (
    export DNC_LISTEN=127.0.0.1:$port DNC_NODE_1=127.0.0.1:8081 DNC_NODE_2=127.0.0.1:8082 DNC_NODE_3=127.0.0.1:8083
    export DNC_GRPC_LISTEN=127.0.0.1:$grpc_port
    export DNC_GRPC_NODE_1=127.0.0.1:8091 DNC_GRPC_NODE_2=127.0.0.1:8092 DNC_GRPC_NODE_3=127.0.0.1:8093
    exec setsid haproxy -db -f "$directory/run/haproxy.cfg" >"$directory/run/proxy.log" 2>&1
  ) &
  echo $! >"$directory/run/proxy.pid"
  until is_ready "$port"; do
    is_running proxy || die "haproxy ended: $(<"$directory/run/proxy.log")"
    sleep 0.1
  done
}

# What shows how the cluster is may be missing: then it is not shown.
start_prometheus() {
  command -v prometheus >/dev/null || { echo "Prometheus is missing, so nobody watches: '$0 --install' installs it."; return; }
  mkdir "$directory/run/prometheus" && cp "$root/deploy/prometheus/prometheus-local.yml" "$root/deploy/prometheus/rules.yml" "$directory/run/prometheus" || exit 1
  prometheus_port=$(free_port_from 9090)
  (
    cd "$directory/run/prometheus" || exit 1
    exec setsid prometheus --config.file="$directory/run/prometheus/prometheus-local.yml" --storage.tsdb.path="$directory/run/prometheus/data" \
      --web.listen-address="127.0.0.1:$prometheus_port" >"$directory/run/prometheus.log" 2>&1
  ) &
  echo $! >"$directory/run/prometheus.pid"
  disown
}

start_grafana() {
  command -v grafana-server >/dev/null && [[ -n ${prometheus_port:-} ]] || return 0
  grafana_port=$(free_port_from 3000)
  (
    export GF_SERVER_HTTP_ADDR=127.0.0.1 GF_SERVER_HTTP_PORT=$grafana_port GF_AUTH_ANONYMOUS_ENABLED=true GF_ANALYTICS_REPORTING_ENABLED=false
    export GF_PATHS_DATA=$directory/run/grafana GF_PATHS_LOGS=$directory/run/grafana GF_PATHS_PROVISIONING=$root/deploy/grafana/provisioning
    export DNC_PROMETHEUS=http://127.0.0.1:$prometheus_port DNC_DASHBOARDS=$root/deploy/grafana/dashboards
    exec setsid grafana-server --homepath="${GRAFANA_HOME:-/usr/share/grafana}" "cfg:default.paths.data=$directory/run/grafana" \
      >"$directory/run/grafana.log" 2>&1
  ) &
  echo $! >"$directory/run/grafana.pid"
  disown
}

start_collector() {
  command -v otelcol >/dev/null || return 0
  cp "$root/deploy/collector/collector.yml" "$directory/run/collector.yml" || exit 1
  (
    export DNC_COLLECTOR_LISTEN=127.0.0.1
    exec setsid otelcol --config="$directory/run/collector.yml" >"$directory/run/collector.log" 2>&1
  ) &
  echo $! >"$directory/run/collector.pid"
  disown
}

wait_until_ready() {
  echo "== node $1"
  until is_ready "808$1"; do
    is_running "node-$1" || die "Node $1 ended: $(tail -n 20 "$directory/run/node-$1.log")"
    sleep 0.2
  done
}

status() {
  [[ -d $directory ]] || die "No cluster runs."
  port=$(<"$directory/run/port")
  for n in "${nodes[@]}"; do
    if is_ready "808$n"; then echo "node $n: ready, http://127.0.0.1:808$n, process $(pid_of "node-$n")"
    elif is_running "node-$n"; then echo "node $n: not ready"
    else echo "node $n: not running"; fi
  done
  if is_ready "$port"; then echo "proxy:  ready, http://localhost:$port"; else echo "proxy:  no node is ready"; fi
}

down() {
  [[ -d $directory ]] || { echo "No cluster runs."; return; }
  if is_running script; then
    kill -TERM "$(pid_of script)"
    while [[ -d $directory ]]; do sleep 0.2; done
  else
    end
  fi
}

# Ends what runs, each in its own gentle way, and by force where that takes too long.
end() {
  trap '' INT TERM HUP
  trap - EXIT
  echo "== ending"
  for part in grafana prometheus collector proxy; do stop "$part" TERM 5; done
  for n in "${nodes[@]}"; do stop "node-$n" TERM 0; done
  for n in "${nodes[@]}"; do stop "node-$n" TERM 35; done
  stop postgres INT 15
  rm -rf "$directory"
}

# Signals a part and waits for its end, so many seconds; with 0 it only signals.
stop() {
  local pid tries=$(($3 * 10))
  is_running "$1" || return 0
  pid=$(pid_of "$1")
  ((tries > 0)) || { kill "-$2" "$pid"; return; }
  [[ $1 == node-* ]] || kill "-$2" "$pid"
  while is_running "$1"; do
    ((tries-- > 0)) || { kill -9 "$pid"; return; }
    sleep 0.1
  done
}

pid_of() { cat "$directory/run/$1.pid" 2>/dev/null; }

# Whether a part runs. All of them have this word in their command line; a process that came later under the same number has not. While a program takes the
# place of another in its process the line is empty.
is_running() {
  local pid line
  pid=$(pid_of "$1") && [[ -n $pid ]] && line=$(tr '\0' ' ' <"/proc/$pid/cmdline") && [[ -z $line || $line == *local-cluster* ]]
} 2>/dev/null

is_ready() (
  exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /readyz HTTP/1.0\r\n\r\n' >&3 && read -r -t 2 line <&3 && [[ $line == *' 200 '* ]]
) 2>/dev/null

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local candidate
  for candidate in $(shuf -i 20000-29999 -n 50); do
    if ! is_open "$candidate"; then echo "$candidate"; return; fi
  done
}

free_port_from() {
  local candidate=$1
  while is_open "$candidate"; do candidate=$((candidate + 1)); done
  echo "$candidate"
}

one_of_the_nodes() {
  [[ " ${nodes[*]} " == *" $1 "* && -n $1 ]] || die "'$1' is none of ${nodes[*]}."
  [[ -d $directory ]] || die "No cluster runs."
}

die() { echo "local-cluster.sh: $1" >&2; exit 1; }

main "$@"
