"""The Python runtime of the attacks: asks for the next one, runs it, answers with what the intruder would see."""

import asyncio, ctypes, http.client, importlib, json, os, pty, shutil, socket, subprocess, sys, threading  # noqa: E401, F401

API = os.environ["AWS_LAMBDA_RUNTIME_API"]
native_module = ctypes.CDLL("/var/task/native/attacks.so")
native_module.attack_run.restype = ctypes.c_char_p


def native(name: str) -> str:
    return native_module.attack_run(name.encode()).decode()


def shell(code: str) -> str:
    return subprocess.run(["/bin/sh", "-c", code], stdout=subprocess.PIPE).stdout.decode(errors="replace")


def drop(name: str, path: str) -> None:
    shutil.copyfile("/srv/attacker/" + name, path)
    os.chmod(path, 0o755)


def in_child(body) -> None:
    child = os.fork()
    if child == 0:
        try:
            body()
        finally:
            os._exit(111)
    os.waitpid(child, 0)


def run(kind: str, text: str) -> str:
    if kind == "native":
        return native(text)
    if kind == "shell":
        return shell(text)
    scope = dict(globals(), output="")
    exec(text, scope)
    return str(scope["output"])


def answer(attack: dict) -> str:
    try:
        return run(attack["kind"], attack["text"])
    except BaseException as error:  # noqa: BLE001 - whatever the attack ran into is its result
        return f"{type(error).__name__}: {error}"


while True:
    connection = http.client.HTTPConnection(API)
    connection.request("GET", "/2018-06-01/runtime/invocation/next")
    response = connection.getresponse()
    request = response.headers["Lambda-Runtime-Aws-Request-Id"]
    result = answer(json.loads(response.read()))
    connection.close()
    connection = http.client.HTTPConnection(API)
    connection.request("POST", f"/2018-06-01/runtime/invocation/{request}/response", result.encode(errors="replace"))
    connection.getresponse().read()
    connection.close()
