/// Scopes, schemas, emitters and other things that programs lean on.
enum LibraryTypePrograms {
  static let python = #"""
    import os
    from collections import defaultdict
    from dataclasses import dataclass, field
    from pydantic import BaseModel

    class Order(BaseModel):
        id: int
        note: str

    @dataclass
    class Bag:
        items: list = field(default_factory=list)

    def is_valid(x):
        return x.isalnum()

    def check(x):
        if not x.isalnum():
            raise ValueError("no")

    class Handler:
        def __call__(self, event, context):
            o = Order.model_validate_json(event["body"])
            os.system("x %s" % o.id)
            os.system("x %s" % o.note)  # expect: osCommand
            d = defaultdict(list)
            d["all"].append(event["d"])
            os.system(d["all"][0])  # expect: osCommand
            b = Bag()
            b.items.append(event["b"])
            os.system(b.items[0])  # expect: osCommand
            os.system("{n}".format_map({"n": event["n"]}))  # expect: osCommand
            name = event["name"]
            if is_valid(name):
                os.system("a " + name)
            else:
                os.system("b " + name)  # expect: osCommand
            check(name)
            os.system("c " + name)
            for k in event["recs"]:
                os.system(event["recs"][k])  # expect: osCommand
            x = event.get("get").get("y", "z").strip()
            os.system(x)  # expect: osCommand

    handler = Handler()
    """#

  static let javaScript = #"""
    const { execSync } = require('child_process');
    const { z } = require('zod');
    const util = require('util');
    const axios = require('axios');
    const EventEmitter = require('events');
    const KNOWN = new Set(['a', 'b']);
    const HOSTS = ['a.com'];
    exports.handler = async (event) => {
      const name = event.body;
      { const name = 'all'; execSync(name); }
      execSync('report ' + name);  // expect: osCommand
      const safe = 'x';
      { const safe = event.body; }
      execSync(safe);
      const Order = z.object({ id: z.number(), code: z.string().uuid(), kind: z.enum(['a']), note: z.string() });
      const d = Order.parse(JSON.parse(event.body));
      execSync(`x ${d.id}`); execSync(`x ${d.code}`); execSync(`x ${d.kind}`);
      execSync(`x ${d.note}`);  // expect: osCommand
      for (const n of event.names.filter((n) => KNOWN.has(n))) execSync(n);
      const parsed = new URL(event.address);
      if (HOSTS.includes(parsed.hostname)) { await axios.get(parsed.href); }
      const p = util.promisify((x, done) => done(null, x));
      execSync(await p(event.prom));  // expect: osCommand
      const bus = new EventEmitter();
      bus.on('job', (v) => execSync(v));  // expect: osCommand
      bus.emit('job', event.emitted);
      try { await Promise.reject(new Error(event.rej)); } catch (error) {
        execSync(error.message);  // expect: osCommand
      }
      for (var i = 0; i < 3; i++) { var inner = event.v; }
      execSync(inner);  // expect: osCommand
      let acc = '';
      for (const x of event.list) { const y = x.a; acc += y; }
      execSync(acc);  // expect: osCommand
      const fns = event.list.map((x) => { const z2 = x; return () => execSync(z2.k); });  // expect: osCommand
      fns.forEach((f) => f());
    };
    """#
}
