"""Variables: what is injected, what children receive, and what nobody can read."""

from __future__ import annotations

import ast
import unittest

from policy_encoder import CONTROLS, Decoy, Executable
from protection import PYTHON, SHELL, ProtectionTest, program

REAL = {
    "AWS_ACCESS_KEY_ID": "real-identifier", "AWS_SECRET_ACCESS_KEY": "real-secret-that-is-long",
    "AWS_SESSION_TOKEN": "real-token", "OTHER": "other",
}
DECOYS = [
    Decoy("AWS_ACCESS_KEY_ID", "decoy-identifier-longer-than-it"), Decoy("AWS_SECRET_ACCESS_KEY", "decoy"),
]
START = """
import os, subprocess, sys
variables = dict(word.split("=", 1) for word in sys.argv[2:])
try:
    print(subprocess.run([sys.argv[1]], env={"PATH": "/usr/bin", **variables}).returncode)
except OSError as error:
    print(error.errno)
"""


class InjectedVariables(ProtectionTest):
    def setUp(self) -> None:
        super().setUp()
        self.protect({"library-injection": "block"}, variable_exceptions=["PERL5LIB"])

    def start(self, *variables: str, **options: object) -> str:
        return self.layer.python(START, program("true"), *variables, **options).output.strip()

    def test_are_denied(self) -> None:
        there = str(self.layer.writable)
        for variable in (
            f"LD_PRELOAD={there}/x.so", "LD_PRELOAD=/usr/lib/x.so", f"LD_LIBRARY_PATH=/usr/lib:{there}",
            f"LD_AUDIT={there}/x.so", f"BASH_ENV={there}/x", "BASH_ENV=$(id)", f"ENV={there}/x", "PS4=`id`",
            f"NODE_OPTIONS=--max-http-header-size=1 --require {there}/x.js",
            "NODE_OPTIONS=--import=data:text",
            f"NODE_OPTIONS=-r {there}/x", f"PYTHONPATH=/usr:{there}", f"PYTHONSTARTUP={there}/x.py",
            "PYTHONSTARTUP=/proc/self/fd/7", "PYTHONSTARTUP=/dev/fd/7", f"RUBYOPT=-r{there}/x",
            f"RUBYLIB={there}", f"JAVA_TOOL_OPTIONS=-javaagent:{there}/x.jar", f"GCONV_PATH={there}",
            "PERL5OPT=-Mevil", "BASH_FUNC_ls%%=() { id; }", f"CLASSPATH={there}", "GLIBC_TUNABLES=x",
        ):
            with self.subTest(variable):
                self.assertEqual(self.start(variable), "13")

    def test_harmless_ones_pass(self) -> None:
        there = str(self.layer.writable)
        for variable in (
            "LD_LIBRARY_PATH=/usr/lib:/opt/lib", f"TMPDIR={there}", "NODE_OPTIONS=--max-old-space-size=100",
            f"JAVA_TOOL_OPTIONS=-Djava.io.tmpdir={there} -Xmx64m", "PYTHONPATH=/usr/lib/python3",
            f"PERL5LIB={there}", "PYTHONUNBUFFERED=1", f"HOME={there}", "BASH_ENV=/etc/profile",
            "LD_PRELOAD=",
        ):
            with self.subTest(variable):
                self.assertEqual(self.start(variable), "0")

    def test_what_the_function_started_with_passes(self) -> None:
        variable = f"PYTHONSTARTUP={self.layer.writable}/x"
        name, value = variable.split("=")
        self.assertEqual(self.start(variable, environment={name: value}), "0")

    def test_is_told_with_its_name(self) -> None:
        done = self.layer.python(START, program("true"), "LD_AUDIT=/x")
        self.assertEqual(done.decisions(), [("library-injection", "injected-variable", "blocked")])
        self.assertEqual(done.events[0]["unmapped"]["parapet"]["detail"], "LD_AUDIT")


class ChildEnvironment(ProtectionTest):
    SHOW = "import os; print(sorted((k, v) for k, v in os.environ.items() if k != 'LC_CTYPE'))"

    def shown(self, code: str, *arguments: str, environment: dict[str, str] | None = None) -> object:
        done = self.layer.python(code, *arguments, environment=environment)
        return ast.literal_eval(done.output or repr(done.errors))

    def test_program_sees_none_of_the_own_variables(self) -> None:
        self.protect({"executables": "block"})
        self.assertEqual(self.shown(self.SHOW), [("PATH", "/usr/bin:/bin")])

    def test_other_preloaded_libraries_stay(self) -> None:
        other = self.layer.file(self.layer.deployed / "other.so", self.layer.library.read_bytes())
        self.protect({"executables": "block"})
        shown = self.shown(self.SHOW, environment={"LD_PRELOAD": other})
        self.assertIn(("LD_PRELOAD", other), shown)

    def test_a_child_without_variables_is_protected(self) -> None:
        self.protect({"executables": "block"}, SHELL)
        code = (
            "import subprocess, sys;"
            "done = subprocess.run([sys.argv[1], '-c', '/usr/bin/id'], env={}, capture_output=True);"
            "print((done.returncode, done.stdout))"
        )
        self.assertEqual(self.shown(code, SHELL), (126, b""))


class Credentials(ProtectionTest):
    CHILD = """
import os, subprocess, sys
code = "import os; print({k: v for k, v in os.environ.items() if k in ('OTHER', *sys_names)})".replace(
    "sys_names", repr([name for name in os.environ if name.startswith("AWS_")]))
print(subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True).stdout)
"""
    OWN = "import os; print({k: v for k, v in os.environ.items() if k.startswith('AWS_') or k == 'OTHER'})"
    FILE = "print([x for x in open('/proc/self/environ').read().split('\\0') if x])"

    def test_the_function_keeps_its_own(self) -> None:
        self.protect({"credentials": "block"}, decoys=DECOYS)
        self.assertEqual(ast.literal_eval(self.layer.python(self.OWN, environment=REAL).output), REAL)

    def test_children_receive_decoys(self) -> None:
        self.protect({"credentials": "block"}, decoys=DECOYS)
        shown = ast.literal_eval(self.layer.python(self.CHILD, environment=REAL).output.strip())
        self.assertEqual(
            shown, {"AWS_ACCESS_KEY_ID": DECOYS[0].value, "AWS_SECRET_ACCESS_KEY": "decoy", "OTHER": "other"})

    def test_a_program_may_be_trusted_with_them(self) -> None:
        self.protect(
            {"credentials": "block"}, executables=[Executable(PYTHON, credentials=True)], decoys=DECOYS)
        self.assertEqual(
            ast.literal_eval(self.layer.python(self.CHILD, environment=REAL).output.strip()), REAL)

    def test_the_kernel_shows_decoys_only(self) -> None:
        self.protect({"credentials": "block"}, decoys=DECOYS)
        shown = "".join(ast.literal_eval(self.layer.python(self.FILE, environment=REAL).output))
        self.assertNotIn("real", shown)
        self.assertIn("AWS_SECRET_ACCESS_KEY=decoy", shown)
        self.assertIn("OTHER=other", shown)

    def test_off_changes_nothing(self) -> None:
        self.protect({"executables": "block"}, decoys=DECOYS)
        shown = ast.literal_eval(self.layer.python(self.FILE, environment=REAL).output)
        self.assertLessEqual({f"{name}={value}" for name, value in REAL.items()}, set(shown))

    def test_alert_tells_and_changes_nothing(self) -> None:
        self.protect({"credentials": "alert"}, decoys=DECOYS)
        done = self.layer.python(self.CHILD, environment=REAL)
        self.assertEqual(ast.literal_eval(done.output.strip()), REAL)
        self.assertEqual(done.decisions(), [("credentials", "real-credentials", "alerted")])


class Alert(ProtectionTest):
    """With everything on alert, a program behaves as it does without the library."""

    CODE = """
import os, subprocess, sys
shell = ["/bin/sh", "-c", "env; echo $0; cat /proc/self/comm"]
for command in (shell, ["/nowhere"], sys.argv[1:2], ["/tmp"]):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
        print(command, done.returncode, done.stdout, done.stderr)
    except OSError as error:
        print(command, error)
print(open("/proc/self/comm").read(), len(os.listdir("/proc/self/fd")), os.environ)
print(os.system("exit 3"), os.popen("echo x").read())
"""

    def test_nothing_changes(self) -> None:
        script = self.layer.file(self.layer.writable / "x.sh", "#!/bin/sh\necho $0\n")
        self.protect({control: "alert" for control in CONTROLS})
        protected = self.layer.python(self.CODE, script, environment=REAL)
        free = self.layer.python(self.CODE, script, environment=REAL, protected=False)
        self.assertEqual(protected.output, free.output)
        self.assertEqual((protected.status, protected.errors), (free.status, free.errors))
        self.assertEqual({decision for _, _, decision in protected.decisions()}, {"alerted"})


if __name__ == "__main__":
    unittest.main()
