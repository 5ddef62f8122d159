# Sourced by the other scripts: how they speak, fail and time themselves.

say() { printf '==> %s\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# step TITLE COMMAND...: runs one stage under a heading and says how long it took or that it failed.
step() {
  local title=$1 started=$SECONDS status=0
  shift
  say "$title"
  "$@" || status=$?
  ((status == 0)) || fail "$title: failed with exit code $status after $((SECONDS - started)) s"
  say "$title: done in $((SECONDS - started)) s"
}

# accept_findings COMMAND...: a scan that found something (exit 1) has done its work; other failures have not.
accept_findings() {
  local status=0
  "$@" || status=$?
  case $status in
    0 | 1) ;;
    *) fail "'$*' ended with exit code $status" ;;
  esac
}
