#!/usr/bin/env python3
"""Fails for every relative link in a Markdown file that leads nowhere."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:")


def anchor(heading):
    """The name under which a heading can be linked to, as code hosts derive it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(document):
    text = FENCE.sub("", document.read_text())
    return {anchor(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")}


def broken_links(document):
    for target in LINK.findall(FENCE.sub("", document.read_text())):
        if EXTERNAL.match(target):
            continue
        path, _, fragment = unquote(target).partition("#")
        file = document.parent / path if path else document
        if not file.exists():
            yield target
        elif fragment and file.suffix == ".md" and fragment not in anchors(file):
            yield target


def documents(root):
    """Markdown that git tracks or would track; what is installed or built below the root does not count."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.md"]
    listing = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout.decode()
    return sorted(root / name for name in listing.split("\0") if name and (root / name).exists())


def main():
    root = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    broken = [
        f"{document.relative_to(root)}: {link}"
        for document in documents(root)
        for link in broken_links(document)
    ]
    print("\n".join(broken) if broken else "every link leads somewhere")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
