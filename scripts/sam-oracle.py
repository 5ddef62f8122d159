#!/usr/bin/env python3
"""Compares Parapet's SAM expansion with the real aws-sam-translator.

    sam-oracle.py --expand "CMD" DIR...    compare every template below DIR; exit 1 if any differs
    sam-oracle.py --coverage DIR...        what the templates do not use; exit 1 if anything is missing
    sam-oracle.py --check DIR...           only run the translator; exit 1 if it rejects a template
    sam-oracle.py --self-test DIR...       change the translator's results a little; exit 1 if not noticed
    sam-oracle.py --show FILE              the translator's result for one template, normalised

Exit codes: 0 nothing to report, 1 differences, 2 the comparison could not be made, 64 wrong usage.
"""

import os
import subprocess
import sys
from pathlib import Path

# The version whose tables the templates cover; another installed version is used as it is, with a notice.
TRANSLATOR = "aws-sam-translator==1.110.0"
ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv" / "oracle"


def enter_environment() -> None:
    """Restarts under a private virtual environment when the translator is not installed.

    Creates the environment on first use, because a fresh machine has neither.
    """
    python = ENVIRONMENT / "bin" / "python"
    # `sys.prefix`, not the executable: the environment's python is a link to the system's.
    if Path(sys.prefix).resolve() == ENVIRONMENT.resolve():
        print(f"sam-oracle: {ENVIRONMENT} has no translator; remove it and run again", file=sys.stderr)
        raise SystemExit(2)
    try:
        imported = [str(python), "-c", "import samtranslator, yaml"]
        if not python.exists() or subprocess.run(imported, stderr=subprocess.DEVNULL, check=False).returncode:
            print(f"sam-oracle: installing {TRANSLATOR} in {ENVIRONMENT}", file=sys.stderr)
            # `--clear`: an attempt without python3-venv leaves an environment that cannot install anything.
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
            install = [str(python), "-m", "pip", "install", "--quiet", TRANSLATOR, "PyYAML"]
            subprocess.run(install, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"sam-oracle: cannot install the translator: {error}", file=sys.stderr)
        print("sam-oracle: on Debian it needs 'apt-get install python3-venv'", file=sys.stderr)
        raise SystemExit(2) from error
    os.execv(python, [str(python), *sys.argv])


if __name__ == "__main__":
    try:
        import samtranslator  # noqa: F401
        import yaml  # noqa: F401
    except ImportError:
        enter_environment()
    from sam_oracle.command import main

    try:
        sys.exit(main(sys.argv[1:], wanted_version=TRANSLATOR.partition("==")[2]))
    except BrokenPipeError:
        # The reader (`head`) has seen enough. Nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
