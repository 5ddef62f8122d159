"""The shell scripts, run in a copy of the project where every outside command is a stand-in."""

import hashlib
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What the scripts may count on from the system; anything else has to be provided by a test.
TOOLS = "bash cat cut date diff dirname env find grep head mkdir mktemp rm sed sha256sum sort tail tar timeout".split()
# What the bundles of scripts/bootstrap are made by, in the order of their stamps.
BUNDLES = {
    "CTreeSitter.artifactbundle": ["build-parsers", "bundle.sh", "requirements-grammars.txt"],
    "CServiceData.artifactbundle": [
        "build-service-data",
        "encode-service-data.py",
        "bundle.sh",
        "requirements-service-data.txt",
    ],
}
INSTALLED = 'printf "%s" installed'


class ShellScripts(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = Path(temporary.name)
        shutil.copytree(ROOT / "scripts", self.root / "scripts")
        self.bin = self.root / "bin"
        self.bin.mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))
        self.provide("bin/swift", 'printf "Swift version 6.3.1 (swift-6.3.1-RELEASE)\\n"')
        self.provide("bin/dpkg-query", INSTALLED)
        self.provide("bin/id", "echo 1000")
        self.provide("bin/uname", "echo x86_64")
        for bundle, sources in BUNDLES.items():
            self.complete(bundle, sources)
        self.complete_enforcer()

    def complete(self, bundle, sources):
        """What was compiled from the sources as they are, so that nothing is to be fetched."""
        text = b"".join((self.root / "scripts" / name).read_bytes() for name in sources)
        folder = self.root / ".deps" / bundle
        folder.mkdir(parents=True)
        (folder / ".stamp").write_text(f"x86_64 {hashlib.sha256(text).hexdigest()}  -\n")

    def complete_enforcer(self):
        """Built from a project of one file by no compiler, which is what there is in the copy."""
        (self.root / ".deps/enforcer").mkdir(parents=True)
        (self.root / "Enforcer/Sources").mkdir(parents=True)
        (self.root / "Enforcer/exports.map").write_text("{};\n")
        names = ["scripts/build-enforcer", "scripts/bundle.sh", "Enforcer/exports.map"]
        text = b"".join((self.root / name).read_bytes() for name in names)
        folder = self.root / ".deps/CEnforcer.artifactbundle"
        folder.mkdir(parents=True)
        (folder / ".stamp").write_text(f"x86_64  {hashlib.sha256(text).hexdigest()}  -\n")

    def provide(self, path, body):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!{shutil.which('bash')}\n{body}\n")
        file.chmod(0o755)

    def run_script(self, *command, status=0):
        run = subprocess.run(
            [self.root / "scripts" / command[0], *command[1:]],
            text=True,
            timeout=60,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={"PATH": str(self.bin)},
        )
        self.assertEqual(status, run.returncode, run.stdout)
        return run.stdout

    # bootstrap

    def test_bootstrap_installs_nothing_when_all_is_there(self):
        self.assertEqual("==> Everything needed for 'run' is there\n", self.run_script("bootstrap", "run"))

    def test_bootstrap_says_what_to_do_without_swift(self):
        (self.bin / "swift").unlink()
        self.assertIn("install Swift 6.2 or newer", self.run_script("bootstrap", "run", status=1))

    def test_bootstrap_refuses_an_old_swift(self):
        for version, status in [("5.10.1", 1), ("6.1", 1), ("6.2", 0), ("6.10.1", 0), ("7.0-dev", 0)]:
            self.provide("bin/swift", f'echo "Swift version {version} (x)"')
            output = self.run_script("bootstrap", "run", status=status)
            self.assertEqual(status == 1, "too old" in output, output)

    def test_bootstrap_says_when_swift_does_not_run(self):
        self.provide("bin/swift", 'echo "libxml2.so.2: cannot open shared object file" >&2; exit 127')
        self.assertIn("libxml2.so.2", self.run_script("bootstrap", "run", status=1))

    def test_bootstrap_installs_what_the_toolchain_loads(self):
        self.provide("bin/swift", f'[[ -e {self.root}/repaired ]] && echo "Swift version 6.3.1"')
        self.provide("bin/dpkg-query", f"[[ $4 == libcurl4 && ! -e {self.root}/repaired ]] || " + INSTALLED)
        self.provide("bin/sudo", 'exec "$@"')
        self.provide("bin/apt-get", f'[[ "$*" != *libcurl4* ]] || echo >{self.root}/repaired')
        self.assertIn("Installing from Debian: libcurl4\n", self.run_script("bootstrap", "run"))

    def test_bootstrap_names_the_missing_packages_without_root_or_sudo(self):
        self.provide("bin/dpkg-query", "[[ $4 == libyaml-dev ]] || " + INSTALLED)
        output = self.run_script("bootstrap", "run", status=1)
        self.assertIn("as root run: apt-get install libyaml-dev\n", output)

    def test_bootstrap_installs_only_what_is_missing_with_sudo(self):
        self.provide("bin/dpkg-query", "[[ $4 == libyaml-dev ]] || " + INSTALLED)
        self.provide("bin/sudo", f'echo "$@" >>{self.root}/log; exec "$@"')
        self.provide("bin/apt-get", "exit 0")
        self.run_script("bootstrap", "run")
        log = (self.root / "log").read_text().splitlines()
        self.assertEqual("apt-get update -qq", log[0])
        self.assertTrue(log[1].endswith("apt-get install -y -qq --no-install-recommends libyaml-dev"), log[1])

    def test_bootstrap_fails_when_apt_does(self):
        self.provide("bin/dpkg-query", "exit 1")
        self.provide("bin/id", "echo 0")
        self.provide("bin/apt-get", "exit 100")
        self.assertIn("could not install: libyaml-dev", self.run_script("bootstrap", "run", status=1))

    def test_bootstrap_explains_itself(self):
        for arguments in [(), ("all",)]:
            self.assertIn("usage:", self.run_script("bootstrap", *arguments, status=64))

    # run

    def test_run_accepts_findings_and_writes_the_page(self):
        self.provide(".build/release/parapet", f'echo "$@" >>{self.root}/log; exit 1')
        output = self.run_script("run")
        self.assertIn(f"{self.root}/out/shop.html", output)
        self.assertEqual(
            ["scan Examples/shop-sam", "scan Examples/shop-sam --format html --output out/shop.html"],
            (self.root / "log").read_text().splitlines(),
        )

    def test_run_fails_when_the_scan_is_incomplete_or_crashes(self):
        for status in (2, 64, 70, 139):
            self.provide(".build/release/parapet", f"exit {status}")
            self.assertIn(f"exit code {status}", self.run_script("run", status=1))

    def test_run_fails_when_the_build_does(self):
        self.provide("bin/swift", '[[ $1 == --version ]] && echo "Swift version 6.3" || exit 1')
        self.assertIn("failed with exit code 1", self.run_script("run", status=1))

    # fuzz

    def test_fuzz_runs_every_target_and_fails_for_one(self):
        self.provide(
            ".build/debug/parapet-fuzz",
            '[[ $1 == --list ]] && printf "yaml\\njson\\npolicy\\n" || [[ $1 != json ]]',
        )
        output = self.run_script("fuzz", "--seconds", "1", "--seed", "7", status=1)
        self.assertIn("fuzz: 2 passed, 1 failed", output)
        self.assertIn("parapet-fuzz json --seconds 1 --seed 7", output)

    def test_fuzz_passes_when_every_target_does(self):
        self.provide(".build/release/parapet-fuzz", "[[ $1 == --list ]] && echo yaml; exit 0")
        self.assertIn("fuzz: 1 passed, 0 failed", self.run_script("fuzz", "--seconds", "1", "--release"))

    def test_fuzz_uses_a_corpus_where_there_is_one(self):
        (self.root / "Tests/Fuzz/Corpus/yaml").mkdir(parents=True)
        self.provide(".build/debug/parapet-fuzz", '[[ $1 == --list ]] && echo yaml || echo "got: $*"')
        output = self.run_script("fuzz", "--seconds", "1")
        self.assertIn("got: yaml --seconds 1 --seed 1 --record ", output)
        self.assertIn(" --corpus Tests/Fuzz/Corpus/yaml", output)

    def test_fuzz_does_not_pass_without_targets(self):
        self.provide(".build/debug/parapet-fuzz", "exit 0")
        self.assertIn("names no target", self.run_script("fuzz", status=1))

    def test_fuzz_refuses_wrong_arguments(self):
        self.assertIn("wants a whole number", self.run_script("fuzz", "--seconds", "-1", status=1))
        self.assertIn("wants a whole number", self.run_script("fuzz", "--seed", status=1))
        self.assertIn("usage:", self.run_script("fuzz", "--forever", status=64))

    # docs

    def provide_pages(self):
        self.provide(".build/debug/parapet", '[[ "$1 $2" == "rules pages" ]] && echo fresh >"$3/one.md"')
        self.provide("scripts/readme-finding", f'echo "finding $*" >>{self.root}/log')
        (self.root / "docs/rules").mkdir(parents=True)

    def test_docs_write_the_pages_and_remove_those_of_no_rule(self):
        self.provide_pages()
        (self.root / "docs/rules/gone.md").write_text("old\n")
        self.run_script("docs")
        pages = {page.name: page.read_text() for page in (self.root / "docs/rules").iterdir()}
        self.assertEqual({"one.md": "fresh\n"}, pages)
        self.assertEqual("finding \n", (self.root / "log").read_text())

    def test_docs_check_notices_stale_missing_and_surplus_pages(self):
        self.provide_pages()
        page = self.root / "docs/rules/one.md"
        self.assertIn("stale", self.run_script("docs", "--check", status=1))
        page.write_text("old\n")
        self.assertIn("stale", self.run_script("docs", "--check", status=1))
        page.write_text("fresh\n")
        self.run_script("docs", "--check")
        self.assertEqual("finding --check\n", (self.root / "log").read_text())
        (self.root / "docs/rules/gone.md").write_text("old\n")
        self.assertIn("stale", self.run_script("docs", "--check", status=1))


class Environment(unittest.TestCase):
    def test_every_command_script_is_executable(self):
        for script in (ROOT / "scripts").iterdir():
            if script.is_file() and script.read_bytes().startswith(b"#!"):
                self.assertTrue(os.access(script, os.X_OK), script.name)


if __name__ == "__main__":
    unittest.main()
