#!/bin/sh
# A script with an interpreter line: its own name, arguments, exit code.
printf '%s\n' "$(basename "$0")" "$#" "$@"
exit 21
