#!/bin/sh
# Stands in for `dotnet` in the tests of ./run: notes every call, and makes what the script looks for afterwards.
printf '%s\n' "$*" >>"$FAKE_LOG"
case $1 in build | test) echo "$1: $([ -d artifacts/embedded.lock ] && echo locked || echo free)" >>locks ;; esac
case $1 in
  --version) [ -z "${FAKE_NO_SDK-}" ] || exit 1 ;;
  build) [ -z "${FAKE_BUILD_ERROR-}" ] || { echo "$FAKE_BUILD_ERROR" >&2; exit 1; } ;;
  publish)
    case "$*" in *PublishReadyToRun=false*) FAKE_BUILD_ERROR= ;; esac
    [ -z "${FAKE_BUILD_ERROR-}" ] || { echo "$FAKE_BUILD_ERROR"; exit 1; }
    case "$*" in
      *PulumiSdk=pulumi*)
        [ -z "${FAKE_PACKAGES_ERROR-}" ] || { echo "$FAKE_PACKAGES_ERROR"; exit 1; }
        prefix='packages '
        ;;
      *) prefix='' ;;
    esac
    while [ "$1" != -o ]; do shift; done
    mkdir -p "$2"
    { printf %s "$prefix"; cat infra/*.cs; } >"$2/gpu-inference.dll"
    if [ -n "${FAKE_EDITS-}" ] && [ "$(grep -c '^publish ' "$FAKE_LOG")" -le "$FAKE_EDITS" ]; then printf +edited >>infra/Program.cs; fi
    ;;
  format) exit "${FAKE_FORMAT_EXIT-0}" ;;
  exec)
    # Asked, the embedded program hands over: it writes nothing, for standard output belongs to the other one.
    case $(cat "$2") in
      packages*) ;;
      *)
        if [ -n "${FAKE_TERM-}" ]; then kill -TERM "$PPID"; fi
        if [ -n "${FAKE_HANDS_OVER-}" ] && [ -n "${GPU_INFERENCE_HAND_OVER-}" ]; then exit "$GPU_INFERENCE_HAND_OVER"; fi
        ;;
    esac
    printf 'program: %s' "$(cat "$2")"
    shift 2
    for argument in "$@"; do printf ' [%s]' "$argument"; done
    echo
    exit "${FAKE_EXIT-0}"
    ;;
  test)
    # A project's results lie ready as <name>.trx, its exit code as <name>.exit.
    name=$(basename "$2" .dll)
    while [ "$1" != --results-directory ]; do shift; done
    mkdir -p "$2"
    [ ! -f "$name.trx" ] || cp "$name.trx" "$2/"
    [ ! -f "$name.exit" ] || exit "$(cat "$name.exit")"
    ;;
esac
