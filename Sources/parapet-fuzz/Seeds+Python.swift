extension Seeds {
  static let python = #"""
    """Reads what was uploaded."""
    import boto3, os.path as p
    from ..lib.store import save as keep, LIMIT

    s3 = boto3.client("s3", region_name=os.environ["REGION"])
    table: dict[str, int] = {**defaults, "a": 1, b: [x for x in range(10) if x % 2], None: {1, *c}}

    @app.route("/x/{id}", methods=["GET"])
    async def handler(event, context=None, *args, key: str = "a", **kw) -> dict:
        global count
        count += 1
        async with open(event["name"]) as f, lock:
            body = await f.read()
        try:
            for i, (k, v) in enumerate(event.get("Records", [])[1:-1]):
                os.system(f"tar {k!r:>{width}} {{x}} " "-c" + 'ls %s' % v + "\x41\u00e9\N{BULLET}")
                if (n := len(v)) > 10 and 0 < n <= LIMIT or not k in v:
                    continue
            else:
                yield from other(*args, **kw)
        except (ValueError, KeyError) as e:
            raise Broken("no") from e
        finally:
            del body, table["a"]
        return {"statusCode": 200 if n else 500, "body": lambda a, b=1: a ** b}, r"\d+", b"\xff"
    """#

  static let pythonClasses = #"""
    class Order(Base, metaclass=Meta):
        total: int = 0
        @property
        def sum(self): return self.total - -1 << 2 | ~3
        @staticmethod
        def of(a, /, b, *, c): pass
        class Inner[T]:
            def __init__(self): super().__init__()

    match event:
        case {"type": "a" | 'b', "items": [first, *rest], **other} if first: run(first)
        case Point(x=0, y=[a, b]) as p: run(p)
        case -1 | None | Color.RED: pass
        case _: pass
    with (a as b, c as (d, e)): print >>f, "old", `x`
    exec code in ns
    assert x, "y"
    while True: break
    x = yield
    lambda *a, **k: (yield)
    type T = int
    def g(): nonlocal x; return *a, b
    """#
}
