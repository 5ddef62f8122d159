/// Programs whose values go many ways, for the engine.
extension Seeds {
  static let pythonProgram = #"""
    import boto3, json, os, re, subprocess
    from functools import partial, reduce
    table = boto3.resource("dynamodb").Table(os.environ.get("TABLE", "t"))
    seen = {}

    class Job:
        kind = "job"
        def __init__(self, name, *rest, **more): self.name, self.rest, self.more = name, rest, more
        def run(self, depth=0): return self.run(depth + 1) if depth < 3 else os.system("tar " + self.name)
        @property
        def title(self): return f"{self.kind}: {self.name!r}"
        def __getitem__(self, key): return getattr(self, key, self)

    def each(work, items): return [work(item) for item in items if item] or each(work, items[1:])

    def handler(event, context):
        body = json.loads(event["body"]); names = {k: v for k, v in body.items()}
        for record in event.get("Records", []):
            key = record["s3"]["object"]["key"]; seen[key] = seen.get(key, 0) + 1
            if re.fullmatch(r"[a-z]+", key): subprocess.run(["ls", key])
            else: subprocess.run("ls %s" % key, shell=True)
        job = Job(*names.values(), **body)
        try: each(lambda item: eval(item), [job.title, job["name"], *job.rest])
        except (ValueError, OSError) as error: return {"statusCode": 500, "body": str(error)}
        while (text := reduce(lambda a, b: a + b, names, "")) and len(seen) < 10: table.put_item(Item={"id": text})
        partial(os.popen, body.get("command"))(); job.run()
        return {"statusCode": 200, "body": job.title}
    """#

  static let javaScriptProgram = #"""
    const { exec } = require('child_process'); const AWS = require('aws-sdk');
    const db = new AWS.DynamoDB.DocumentClient(); let last = null;
    class Job extends Map {
      #name; static kind = 'job';
      constructor({ name = 'x', ...rest } = {}) { super(Object.entries(rest)); this.#name = name; }
      get title() { return `${Job.kind}: ${this.#name}`; }
      run(depth = 0) { return depth < 3 ? this.run(depth + 1) : exec('tar ' + this.#name, (e, out) => console.log(out)); }
      *[Symbol.iterator]() { yield this.#name; yield* super.entries(); }
    }
    const each = (work, [first, ...more]) => first && [work(first), ...each(work, more)];
    const later = async (value) => new Promise((done) => setTimeout(() => done(value), 1));
    exports.handler = async (event, context, callback) => {
      const body = JSON.parse(event.body || '{}'), { id, path: [file] = [] } = event.queryStringParameters ?? {};
      for (const { s3: { object: { key } } } of event.Records) { if (/^[a-z]+$/.test(key)) last = key; else eval(key); }
      const job = new Job({ ...body, name: decodeURIComponent(id) });
      await Promise.all(each((x) => later(x).then((y) => exec(`ls ${y}`)), [...job, file]));
      switch (typeof body) { case 'object': delete body.id; default: body[id] = last; }
      try { await db.put({ TableName: process.env.TABLE, Item: body }).promise(); job.run(); }
      catch ({ stack, message }) { return callback(null, { statusCode: 500, body: stack || message }); }
      label: do { if (!last) break label; last = last.replace(/(a+)+$/, (m) => m.slice(1)); } while (last);
      return { statusCode: 200, headers: { Location: body.url }, body: job.title };
    };
    """#
}
