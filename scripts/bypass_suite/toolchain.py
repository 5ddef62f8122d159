"""Compiles the attacks with what is there: the function's folder, and the folder of the intruder's files."""

import shutil
import subprocess
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from .manifest import ATTACKS, Group

NATIVE = ATTACKS / "native"
PROGRAMS = ATTACKS / "programs"
# Interpreters of the system; those of version managers lie where the user of functions may not enter.
INTERPRETERS = {
    "python": "/usr/bin/python3",
    "node": "/usr/bin/node",
    "java": "/usr/bin/java",
    "ruby": "/usr/bin/ruby",
    "custom": "/bin/bash",
}
# Programs of the intruder: compiler and options; a missing compiler makes the technique "not run".
PAYLOADS = {
    "static": ["gcc", "-static"],
    "static-pie": ["gcc", "-static-pie", "-fPIE"],
    "dynamic": ["gcc"],
    "dynamic-32": ["gcc", "-m32"],
    "static-32": ["gcc", "-m32", "-static"],
    "x32": ["gcc", "-mx32"],
    "musl": ["musl-gcc"],
    "musl-static": ["musl-gcc", "-static"],
}
CLASS_HEAD = (
    'public class Attacks {\n  static String run(String id) throws Exception {\n    String output = "";\n'
)


@dataclass
class Build:
    """Two folders that become /var/task and /srv/attacker, and what could be made for them."""

    task: Path
    attacker: Path
    confine: Path
    have: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def attempt(self, name: str, command: list[str]) -> None:
        """Runs one compiler; a failure is remembered, so that what needs its product is not run."""
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except OSError as error:
            self.problems.append(f"{name}: {error}")
            return
        if done.returncode == 0:
            self.have.add(name)
        else:
            self.problems.append(f"{name}: {done.stderr.strip().splitlines()[-1:]}")


def java_headers() -> list[str]:
    compiler = shutil.which("javac")
    if compiler is None:
        return []
    include = Path(compiler).resolve().parents[1] / "include"
    return [f"-I{include}", f"-I{include}/linux"]


def compile_native(build: Build) -> None:
    folder, library = build.task / "native", build.task / "lib"
    folder.mkdir()
    library.mkdir()
    sources = [str(path) for path in sorted(NATIVE.glob("*.c"))]
    build.attempt(
        "attacks",
        [
            "gcc",
            "-O1",
            "-w",
            "-fPIC",
            "-shared",
            *java_headers(),
            "-o",
            str(folder / "attacks.so"),
            *sources,
            "-lpthread",
            "-ldl",
            "-lrt",
        ],
    )
    needed = str(library / "libneeded.so")
    build.attempt("needed", ["gcc", "-shared", "-fPIC", "-o", needed, str(PROGRAMS / "needed.c")])
    link = [f"-L{library}", "-lneeded"]
    # Linked with a library that is there, and started with one that an intruder puts in its place.
    absent = library / "libabsent.so"
    build.attempt(
        "absent",
        ["gcc", "-shared", "-fPIC", "-Dneeded=absent", "-o", str(absent), str(PROGRAMS / "needed.c")],
    )
    build.attempt(
        "runpath",
        [
            "gcc",
            "-shared",
            "-fPIC",
            "-o",
            str(folder / "librunpath.so"),
            str(PROGRAMS / "runpath.c"),
            f"-L{library}",
            "-labsent",
            "-Wl,--enable-new-dtags,-rpath,/tmp/lib",
        ],
    )
    absent.unlink(missing_ok=True)
    (build.task / "bin").mkdir()
    build.attempt(
        "needs-library",
        [
            "gcc",
            "-DMAIN",
            "-o",
            str(build.task / "bin/needs-library"),
            str(PROGRAMS / "needed.c"),
            *link,
            "-Wl,--enable-new-dtags,-rpath,$ORIGIN/../lib",
        ],
    )


def compile_helpers(build: Build) -> None:
    folder = build.task / "bin"
    for name, source, options in [
        ("runner", "runner.c", []),
        ("static-runner", "runner.c", ["-static"]),
        ("static-reader", "reader.c", ["-static"]),
        ("static-sender", "sender.c", ["-static"]),
        ("setuid", "setuid.c", []),
    ]:
        build.attempt(name, ["gcc", "-O1", *options, "-o", str(folder / name), str(PROGRAMS / source)])
    if "setuid" in build.have:
        (folder / "setuid").chmod(0o4755)
    build.attempt("confine", ["gcc", "-O1", "-static", "-o", str(build.confine), str(PROGRAMS / "confine.c")])


def compile_payloads(build: Build) -> None:
    for name, compiler in PAYLOADS.items():
        build.attempt(
            name, [*compiler, "-O1", "-w", "-o", str(build.attacker / name), str(PROGRAMS / "payload.c")]
        )
    build.attempt(
        "evil.so",
        ["gcc", "-shared", "-fPIC", "-o", str(build.attacker / "evil.so"), str(PROGRAMS / "evil.c")],
    )
    # A downloaded file is not executable; whoever wants to run it has to put it somewhere.
    for path in build.attacker.iterdir():
        path.chmod(0o644)


def java_attacks(groups: list[Group]) -> str:
    """The class of all techniques in Java: one branch each, because Java has no `eval`."""
    branches = []
    for technique in (technique for group in groups for technique in group.techniques):
        code = technique.codes.get("java")
        if code is not None and code.kind == "code":
            text = code.text.strip()
            text += "" if text.endswith((";", "}")) else ";"
            branches.append(f'    if (id.equals("{technique.id}")) {{\n{text}\n    }}\n')
    helpers = (
        "  static String read(Process process) throws Exception { return Bootstrap.read(process); }\n"
        "  static void drop(String name, String path) throws Exception { Bootstrap.drop(name, path); }\n"
    )
    return CLASS_HEAD + "".join(branches) + "    return output;\n  }\n" + helpers + "}\n"


def compile_java(build: Build, groups: list[Group]) -> None:
    sources = build.task / "Attacks.java"
    sources.write_text(java_attacks(groups))
    build.attempt(
        "java",
        [
            "javac",
            "-nowarn",
            "-Xlint:-options",
            "-d",
            str(build.task),
            str(sources),
            str(ATTACKS / "runtimes/Bootstrap.java"),
        ],
    )
    sources.unlink()
    build.attempt("Evil.class", ["javac", "-d", str(build.attacker), str(ATTACKS / "payloads/Evil.java")])
    if "Evil.class" in build.have:
        manifest = "Manifest-Version: 1.0\nMain-Class: Evil\nPremain-Class: Evil\n\n"
        with zipfile.ZipFile(build.attacker / "evil.jar", "w") as jar:
            jar.writestr("META-INF/MANIFEST.MF", manifest)
            jar.write(build.attacker / "Evil.class", "Evil.class")


def compile_all(groups: list[Group], folder: Path) -> Build:
    """Makes the folders below `folder`; what could not be made is in `problems`."""
    build = Build(folder / "task", folder / "attacker", folder / "confine")
    build.task.mkdir()
    shutil.copytree(ATTACKS / "payloads", build.attacker)
    for script in (ATTACKS / "runtimes").glob("bootstrap.*"):
        shutil.copy(script, build.task)
    (build.task / "bootstrap.sh").chmod(0o755)
    compile_payloads(build)
    compile_native(build)
    compile_helpers(build)
    compile_java(build, groups)
    for runtime, path in INTERPRETERS.items():
        if Path(path).exists():
            build.have.add(runtime if runtime != "java" or "java" in build.have else "java-interpreter")
    return build
