#!/bin/bash
# A custom runtime in bash: asks for the next attack, runs it, answers with what the intruder would see.
host=${AWS_LAMBDA_RUNTIME_API%:*} port=${AWS_LAMBDA_RUNTIME_API#*:}
enable -f /var/task/native/attacks.so attack

drop() {
  cp "/srv/attacker/$1" "$2" && chmod 755 "$2"
}

# Sets `kind` and `text` from headers and body: bash has no reader of JSON, so both come as plain text.
next() {
  local line length=0
  exec 7<>"/dev/tcp/$host/$port" || exit
  printf 'GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\nAccept: text/plain\r\n\r\n' "$host" >&7
  while IFS= read -r line <&7 && line=${line%$'\r'} && [[ -n $line ]]; do
    case ${line,,} in
      lambda-runtime-aws-request-id:*) request=${line#*: } ;;
      content-length:*) length=${line#*: } ;;
      attack-kind:*) kind=${line#*: } ;;
    esac
  done
  IFS= LC_ALL=C read -r -N "$length" text <&7
  exec 7>&-
}

answer() {
  local LC_ALL=C
  exec 7<>"/dev/tcp/$host/$port" || exit
  printf 'POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s' \
    "$request" "$host" "${#output}" "$output" >&7
  IFS= read -r _ <&7
  exec 7>&-
}

while next; do
  output=
  case $kind in
    native) attack "$text" ;;
    shell) output=$(/bin/sh -c "$text") ;;
    *) eval "$text" ;;
  esac
  answer
done
