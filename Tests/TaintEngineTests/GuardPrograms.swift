/// Checks that prove something, and some that do not.
enum GuardPrograms {
  static let python = #"""
    import hmac
    import os
    import re
    ALLOWED = {"a", "b"}
    COMMANDS = {"list": "ls", "free": "df"}

    def is_name(x):
        return bool(re.fullmatch(r"[a-z]+", x))

    def check(x):
        if x not in ALLOWED:
            raise ValueError("bad")

    def handler(event, context):
        a = event["a"]
        if a in ALLOWED:
            os.system(a)
        else:
            os.system(a)  # expect: osCommand
        b = event["b"]
        if not is_name(b):
            return None
        os.system(b)
        c = event["c"]
        check(c)
        os.system(c)
        d = event["d"]
        if re.match(r"[a-z]+", d):
            os.system(d)  # expect: osCommand
        e = event["e"]
        if isinstance(e, int):
            os.system("x %s" % e)
        if isinstance(e, str):
            os.system(e)  # expect: osCommand
        f = event["f"]
        if f == "one" or f == "two":
            os.system(f)
        if f == "one" or len(f) < 5:
            os.system(f)  # expect: osCommand
        g = event["g"]
        if not g.isdigit():
            raise ValueError(g)
        os.system("g " + g)
        os.system("h " + str(int(event["h"])))
        if event.get("i") in COMMANDS:
            os.system(event.get("i"))
        ok = event["j"] in ALLOWED
        if ok:
            os.system(event["j"])
        os.system(event["j"])  # expect: osCommand
        k = event["k"]
        while k not in ALLOWED:
            k = "a"
        os.system(k)
        path = os.path.realpath("/data/" + event["l"])
        if path.startswith("/data/"):
            open(path)
        open("/data/" + event["l"])  # expect: filePath
        if False:
            os.system(event["m"])
        assert event["n"] in ALLOWED
        os.system(event["n"])
    """#

  static let javaScript = #"""
    const { execSync } = require('child_process');
    const { check } = require('./lib/check');
    const ALLOWED = ['a', 'b'];
    const table = { list: 'ls', free: 'df' };
    exports.handler = async (event) => {
      const q = event.queryStringParameters;
      if (ALLOWED.includes(q.a)) { execSync(q.a); }
      execSync(q.a);  // expect: osCommand
      if (/^[a-z0-9]+$/.test(q.b)) { execSync('b ' + q.b); }
      if (/[a-z0-9]+/.test(q.b)) {
        execSync('b ' + q.b);  // expect: osCommand
      }
      if (!check(q.c)) { return { statusCode: 400 }; }
      execSync('c ' + q.c);
      const d = table[q.d];
      execSync(d);
      switch (q.e) {
        case 'one':
        case 'two':
          execSync(q.e);
          break;
        default:
          execSync(q.e);  // expect: osCommand
      }
      const f = Number(q.f);
      execSync('f ' + f);
      const g = q.g.replace(/[^a-z0-9]/g, '');
      execSync('g ' + g);
      const h = q.h.replace(/;/g, '');
      execSync('h ' + h);  // expect: osCommand
      if (typeof q.i === 'number') { execSync('i ' + q.i); }
      const set = new Set(['x', 'y']);
      if (!set.has(q.j)) throw new Error('no');
      execSync(q.j);
      if (Object.keys(table).includes(q.k)) { execSync(q.k); }
      const l = ALLOWED.includes(q.l) ? q.l : 'a';
      execSync(l);
      const m = ALLOWED.find((x) => x === q.m);
      execSync(m);
      if (q.n === 'one' && q.o) {
        execSync(q.n);
        execSync(q.o);  // expect: osCommand
      }
      if (ALLOWED.indexOf(q.p) === -1) return null;
      execSync(q.p);
    };
    """#

  static let check = #"""
    exports.check = (value) => /^\w+$/.test(value);
    """#
}
