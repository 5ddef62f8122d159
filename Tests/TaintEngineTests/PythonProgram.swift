/// Ways of values through Python.
enum PythonProgram {
  static let text = #"""
    import os, json, functools, asyncio, re
    from dataclasses import dataclass
    import logging
    logger = logging.getLogger()
    CACHE = {}
    last = None

    def deco(fn):
        @functools.wraps(fn)
        def wrapper(event, context):
            event["added"] = event["raw"]
            return fn(event, context)
        return wrapper

    def gen(event):
        for r in event["items"]:
            yield r["cmd"]

    @dataclass
    class Order:
        id: int
        name: str

    class Base:
        def go(self, x):
            self.run(x)
        def run(self, x):
            pass
    class Child(Base):
        def run(self, x):
            os.system("child " + x)  # expect: osCommand

    def validate(x):
        if not re.fullmatch(r"[a-z]+", x):
            raise ValueError("bad " + x)

    def fact(n, x):
        if n == 0:
            return x
        return fact(n - 1, x)

    async def work(x):
        return x

    @deco
    def handler(event, context):
        os.system(event["added"])  # expect: osCommand
        for c in gen(event):
            os.system("g " + c)  # expect: osCommand
        o = Order(**event["order"])
        os.system("o %s" % o.name)  # expect: osCommand
        os.system("o %s" % o.id)  # expect: osCommand
        Child().go(event["child"])
        v = event["v"]
        validate(v)
        os.system(v)
        os.system(fact(3, event["f"]))  # expect: osCommand
        r = asyncio.run(work(event["async"]))
        os.system(r)  # expect: osCommand
        CACHE[event["k"]] = event["val"]  # expect: sharedState
        global last
        last = event["last"]  # expect: sharedState
        cmds = {"a": "ls", "b": "df"}
        os.system(cmds[event["c"]])
        os.system(cmds.get(event["c2"], "ls"))
        parts = event["p"].split(",")
        os.system(" ".join(parts))  # expect: osCommand
        f = lambda z: os.system(z)  # expect: osCommand
        f(event["lam"])
        xs = [x.strip() for x in event["xs"]]
        os.system(xs[0])  # expect: osCommand
        a, *b = event["tuple"]
        os.system(a)  # expect: osCommand
        n = len(event["n"])
        os.system("n %d" % n)
        for i in range(int(event["count"])):
            pass
        s = f"{event['fs']!r:>10}"
        os.system(s)  # expect: osCommand
        os.system("{} {name}".format("a", name=event["fmt"]))  # expect: osCommand
        p = functools.partial(os.system, event["part"])
        p()  # expect: osCommand
        with open("/tmp/" + os.path.basename(event["file"])) as fh:
            data = fh.read()
        m = re.match(r"(\w+);(.*)", event["m"])
        if m:
            os.system(m.group(2))  # expect: osCommand
        t = event["t"] if event["t"] in ["x", "y"] else "x"
        os.system(t)
        logger.info("event %s", event)
        w = re.sub(r"[^\w]", "", event["w"])
        os.system("w " + w)
        d = {}
        d["cmd"] = event["d"]
        for k, val in d.items():
            os.system(val)  # expect: osCommand
        try:
            1/0
        except Exception:
            import traceback
            return {"statusCode": 500, "body": traceback.format_exc()}
        return {"statusCode": 200, "body": json.dumps({"x": event["resp"]})}
    """#
}
