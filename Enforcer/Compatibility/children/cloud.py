"""A command line tool in the manner of `aws`; the suite installs it as `cloud`, with an interpreter line."""

import argparse
import os
import sys


def main() -> int:
    parser = argparse.ArgumentParser(prog="cloud")
    parser.add_argument("service")
    parser.add_argument("operation", nargs="?", default="help")
    arguments = parser.parse_args()
    if arguments.service == "fail":
        print("An error occurred (AccessDenied)", file=sys.stderr)
        return 254
    print(arguments.service, arguments.operation, os.environ.get("PROFILE", "no profile"))
    return 0


sys.exit(main())
