#!/usr/bin/env bash
# Builds everything once and runs the tests. Ends with one line, "N passed, N failed" (and ", N skipped"); reports are in artifacts/test-results.
#
#   ./test.sh                     all of it, and the check of the formatting
#   ./test.sh unit storage        some of the projects: unit, storage, cluster, console
#   ./test.sh --filter Phone      the tests that have the word in their full name
#   ./test.sh screenshots         no test but a picture of everything that the console shows, in artifacts/screenshots; DNC_SCREENSHOTS=lead for some of them
#   CONFIGURATION=Debug ./test.sh another configuration than Release
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

configuration=${CONFIGURATION:-Release}
results=$PWD/artifacts/test-results
passed=0 failed=0 skipped=0 pictures=false

main() {
  local filter="" projects=()
  while (($#)); do
    case $1 in
      --filter) filter=${2:?--filter takes a word of the tests\' full names}; shift 2 ;;
      --filter=*) filter=${1#*=}; shift ;;
      unit) projects+=(DncActors.UnitTests); shift ;;
      storage) projects+=(DncActors.StorageTests); shift ;;
      cluster) projects+=(DncActors.ClusterTests); shift ;;
      console) projects+=(DncActors.ConsoleTests); shift ;;
      screenshots) projects=(DncActors.ConsoleTests) pictures=true; shift ;;
      -h | --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
      *) echo "test.sh: '$1' is none of unit, storage, cluster, console, screenshots, --filter <word>" >&2; exit 2 ;;
    esac
  done
  local whole=false
  if ((${#projects[@]} == 0)); then
    projects=(DncActors.UnitTests DncActors.StorageTests DncActors.ClusterTests DncActors.ConsoleTests)
    [[ -n $filter ]] || whole=true
  fi

  install_needs "${projects[@]}"
  rm -rf "$results"
  if ! build "${projects[@]}"; then failed=1; finish; fi
  if $whole; then check_format; publish; fi
  for project in "${projects[@]}"; do run "$project" "$filter"; done
  finish
}

# What the tests need beside this tree; each step does nothing where it is there already.
install_needs() {
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
  if ! command -v dotnet >/dev/null; then
    export DOTNET_ROOT=$PWD/artifacts/dotnet PATH=$PWD/artifacts/dotnet:$PATH
    [[ -x $DOTNET_ROOT/dotnet ]] || curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --jsonfile global.json --install-dir "$DOTNET_ROOT" || exit 1
  fi
  if [[ " $* " == *" DncActors.StorageTests "* || " $* " == *" DncActors.ClusterTests "* ]]; then install_postgres; fi
  if [[ " $* " == *" DncActors.ClusterTests "* ]]; then install_prometheus; fi
  if [[ " $* " == *" DncActors.ConsoleTests "* ]]; then install_chromium && fetch_axe; fi
}

# Debian's PostgreSQL: the tests start servers of their own from it, and want none from the package.
install_postgres() {
  if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; then return; fi
  echo "== install PostgreSQL"
  if ! command -v apt-get >/dev/null || { ((EUID != 0)) && ! command -v sudo >/dev/null; }; then
    echo "The tests need PostgreSQL 15 or newer, and this is no Debian or nobody may install here: install it, with initdb on the PATH." >&2
    exit 1
  fi
  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  ((EUID == 0)) || as_root=(sudo "${as_root[@]}")
  "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends postgresql-common &&
    "${as_root[@]}" sed -i 's/^#\?create_main_cluster .*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf &&
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends postgresql && return
  echo "PostgreSQL could not be installed: apt-get says why, above." >&2
  exit 1
}

# A real browser, and what it is asked about every page.
install_chromium() {
  if [[ -n ${DNC_CHROMIUM:-} ]] || command -v chromium chromium-browser google-chrome >/dev/null; then return; fi
  echo "== install Chromium"
  install_packages chromium && return
  echo "Chromium could not be installed: apt-get says why, above. Another may be named in DNC_CHROMIUM." >&2
  exit 1
}

fetch_axe() {
  local version=4.14.1 folder=$PWD/artifacts/axe-core
  export DNC_AXE=$folder/$version/axe.min.js
  [[ -s $DNC_AXE ]] && return
  echo "== fetch axe-core $version"
  mkdir -p "$folder/$version" &&
    curl -fsSL "https://registry.npmjs.org/axe-core/-/axe-core-$version.tgz" | tar -xz -C "$folder/$version" --strip-components=1 package/axe.min.js && return
  echo "The tests of the console need axe-core $version from npm, and it could not be fetched." >&2
  exit 1
}

# Debian's Prometheus, with promtool: the tests start servers of their own from it.
install_prometheus() {
  if command -v prometheus >/dev/null && command -v promtool >/dev/null; then return; fi
  echo "== install Prometheus"
  install_packages prometheus && return
  echo "Prometheus could not be installed: apt-get says why, above." >&2
  exit 1
}

install_packages() {
  if ! command -v apt-get >/dev/null || { ((EUID != 0)) && ! command -v sudo >/dev/null; }; then
    echo "The tests need $*, and this is no Debian or nobody may install here: install it, with its programs on the PATH." >&2
    exit 1
  fi
  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  ((EUID == 0)) || as_root=(sudo "${as_root[@]}")
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@"
}

build() {
  echo "== build ($configuration)"
  if (($# == 4)); then set -- DncActors.sln; else set -- "${@/#/tests/}"; fi
  local target
  for target; do
    dotnet build "$target" -c "$configuration" -v quiet --nologo -clp:NoSummary || return 1
  done
}

# What is deployed, compiled ahead: hundreds of hosts are started that live for seconds, and a quarter of that was compiling.
publish() {
  echo "== publish"
  local folder=$PWD/artifacts/published runtime
  rm -rf "$folder"
  # By name: the current one, unnamed, is built over what was built for any.
  if runtime=$(dotnet msbuild src/DncActors.Host -getProperty:NETCoreSdkPortableRuntimeIdentifier) &&
    dotnet publish src/DncActors.Host -c "$configuration" -r "$runtime" --self-contained false -o "$folder" -v quiet --nologo; then
    export DNC_HOST=$folder/DncActors.Host.dll
  else
    failed=$((failed + 1))
  fi
}

check_format() {
  echo "== format"
  # Style is an error of the build already; this is the white space.
  dotnet format whitespace . --folder --exclude artifacts --verify-no-changes --verbosity minimal && return
  echo "The formatting differs: run 'dotnet format whitespace . --folder --exclude artifacts'." >&2
  failed=$((failed + 1))
}

run() {
  local project=$1 filter=$2 options=()
  if $pictures; then options+=(--explicit only); elif [[ -n ${DNC_ALERTS:-} ]]; then options+=(--explicit on); fi
  [[ -n $filter ]] && options+=(--filter "FullyQualifiedName~$filter")
  # A run of many faults or kills takes hours; any other that takes so long hangs.
  local longest=25m
  [[ -z ${DNC_FAULTS:-}${DNC_CRASH_KILLS:-}${DNC_FAULT_MUTANTS:-}${DNC_ALERTS:-} ]] || longest=12h
  echo "== $project"
  # Hundreds of hosts are started that live for seconds, on the same two cores as the tests: a quarter of their time went into compiling again, at its best,
  # what had been called thirty times. The unit tests start none, and call the rules by the million. (The number is hexadecimal.)
  local compiling=()
  [[ $project == DncActors.UnitTests ]] || compiling=(env DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=1000)
  "${compiling[@]}" \
    dotnet test --project "tests/$project" -c "$configuration" --no-build --no-progress --results-directory "$results" --timeout "$longest" \
    --report-xunit-trx --report-xunit-trx-filename "$project.trx" \
    --report-xunit-junit --report-xunit-junit-filename "$project.junit.xml" "${options[@]}"
  local code=$?
  count "$results/$project.trx" "$code"
}

# Adds up what the report says. A run that ended badly without a failed test (a crash, a time-out) counts as a failure; 8 is "no test was chosen".
count() {
  local report=$1 code=$2 counters p=0 f=0 total=0 unasked=0
  counters=$(grep -o '<Counters [^>]*>' "$report" 2>/dev/null | head -n 1)
  if [[ -n $counters ]]; then
    unasked=$(value "$counters" notRunnable)
    total=$(($(value "$counters" total) - ${unasked:-0})) p=$(value "$counters" passed) f=$(($(value "$counters" failed) + $(value "$counters" error)))
  fi
  if ((code != 0 && code != 8 && f == 0)); then
    echo "The run of the tests ended with exit code $code." >&2
    f=1
  fi
  passed=$((passed + p)) failed=$((failed + f))
  if ((total > p + f)); then skipped=$((skipped + total - p - f)); fi
}

value() { sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p" <<<"$1"; }

finish() {
  if ((passed + failed == 0)); then echo "No test ran." >&2; fi
  echo "$passed passed, $failed failed$( ((skipped == 0)) || echo ", $skipped skipped")"
  exit $((failed > 0 || passed == 0))
}

main "$@"
