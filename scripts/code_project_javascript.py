"""A service of the generated project in JavaScript: handlers, their logic, checks, storage and views."""

from string import Template

FIELDS = "name email city street phone note title colour amount price weight status source reference".split()

# Each takes a record that came from outside and gives another; `call` is a function above it, or a copy.
STEPS = [
    """
/** Brings $a and $b into one spelling. */
function $name(record, settings = {}) {
  const { $a = '', ...rest } = record;
  const parts = String($a).trim().split(' ').filter((part) => part.length > 0);
  const result = { ...rest, $a: parts.slice(0, $number).join('-').toLowerCase() };
  if (!result.$a) {
    result.$a = settings.$a || 'none';
  }
  Object.entries(record).forEach(([key, value]) => {
    if (key.startsWith('$b')) {
      result[key] = text.shorten(value, $number);
    }
  });
  return result;
}
""",
    """
/** Sums the lines of a record up to a limit. */
function $name(record, limit = $number) {
  let total = 0;
  const lines = [];
  for (const [position, line] of (record.lines || []).entries()) {
    if (position >= limit) break;
    const amount = values.whole(line.$a);
    if (amount < 0) {
      throw new RangeError(`line ${position} has a negative $a`);
    }
    total += amount * $number;
    lines.push({ position, $a: amount, $b: line.$b });
  }
  return { ...$call(record), lines, total };
}
""",
    """
/** Chooses a way by $a. */
const $name = async (record) => {
  let route;
  switch (record.$a) {
    case 'urgent':
      route = 'air';
      break;
    case 'heavy':
      route = 'sea';
      break;
    default:
      route = values.whole(record.$b) > $number ? 'sea' : 'road';
  }
  const previous = await Promise.resolve($call(record));
  try {
    previous.days = parseInt(record.delay ?? '0', 10) + $number;
  } catch (error) {
    console.warn('no delay', error.name);
  }
  return { ...previous, route };
};
""",
    """
/** Keeps what is asked for. */
const $name = (record, ...names) => {
  const wanted = new Set(names.length ? names : ['$a', '$b', 'id']);
  const kept = Object.fromEntries(Object.entries(record).filter(([key]) => wanted.has(key)));
  kept.label = Object.keys(kept)
    .sort()
    .map((key) => key + '=' + kept[key])
    .join(', ');
  while (kept.label.length > $number * 10) {
    kept.label = kept.label.slice(0, -$number);
  }
  kept.nested = (record.items || []).map((item) => $call(item));
  return kept;
};
""",
    """
/** Collects $a by $b. */
class $Name {
  #groups = new Map();

  constructor(record) {
    this.record = record;
  }

  add(line) {
    const key = line.$b ?? 'other';
    const found = this.#groups.get(key) || [];
    found.push(line.$a);
    this.#groups.set(key, found);
    return this;
  }

  result() {
    const first = [...this.#groups.values()][0];
    return { ...this.record, groups: this.#groups.size, first: first && first[0] };
  }
}

function $name(record) {
  const groups = new $Name(record);
  for (const line of record.lines || []) groups.add(line);
  return $call(groups.result());
}
""",
]

CHECKS = [
    """
  check_$a(record) {
    const value = record.$a;
    if (value === undefined) {
      this.problems.push('$a is missing');
    } else if (!patterns.$a.test(String(value))) {
      this.problems.push(`$a does not fit: ${String(value).length} characters`);
    } else if (value.length > $number) {
      this.problems.push('$a is too long');
    }
    return this;
  }
""",
    """
  check_$a(record) {
    const allowed = ['new', 'open', 'paid', 'sent', 'closed'];
    const value = record.$a || 'new';
    if (!allowed.includes(value)) {
      this.problems.push('$a must be one of ' + allowed.join(', '));
    }
    const previous = record.previous || {};
    if (allowed.indexOf(previous.$a) > $number) this.problems.push('$a went back');
    return this;
  }
""",
]

VIEWS = [
    """
function $name(record) {
  const lines = ['$Name', '='.repeat($number)];
  for (const key of ['$a', '$b', 'id']) {
    lines.push(`${key.padEnd(12)} ${record[key] ?? ''}`);
  }
  return lines.join('\\n');
}
""",
    """
function $name(record, language = 'en') {
  const title = TITLES[language] || TITLES.en;
  const head = title + ': ' + record.$a;
  const body = (record.$b || []).map((value) => `<li>${text.escaped(value)}</li>`).join('');
  return `<h1>${text.escaped(head)}</h1><ul>${body}</ul>`;
}
""",
]

HANDLERS = {
    "Api": """
async function records(event) {
  const query = event.queryStringParameters || {};
  return [{ ...http.body(event), page: query.page || '1', caller: event.requestContext.accountId }];
}
""",
    "SQS": """
async function records(event) {
  return event.Records.map((message) => ({ ...JSON.parse(message.body), message: message.messageId }));
}
""",
    "S3": """
async function records(event) {
  return Promise.all(
    event.Records.map(async ({ s3: { object } }) => {
      const key = decodeURIComponent(object.key.replace(/\\+/g, ' '));
      return { ...(await store.load(key)), key, size: object.size };
    }),
  );
}
""",
}

# `string.Template` would read the language's own `${…}`; these are filled by replacing @verb and the like.
HANDLER = """'use strict';

const { exec, execSync } = require('child_process');
const http = require('../lib/http');
const logic = require('../logic/@verb');
const store = require('../store/@verb');
const views = require('../views/@verb');
const { Checks } = require('../checks/@verb');

@records
async function one(record) {
  const checks = new Checks().all(record);
  if (checks.problems.length > 0) {
    console.warn('refused: %d problems', checks.problems.length);
    return { id: record.id, problems: checks.problems };
  }
  const result = await logic.run(record);
  await store.save(result);
  if (result.notify) {
    await store.announce(result);
  }
  @tail
  return { id: result.id, text: views.render(result) };
}

exports.handler = async (event) => {
  const answers = [];
  for (const record of await records(event)) {
    try {
      answers.push(await one(record));
    } catch (error) {
      console.error('a record failed', error.name);
      answers.push({ failed: error.name });
    }
  }
  return http.answer(answers.length ? 200 : 204, answers);
};
"""

STORE = """'use strict';

const { S3Client, GetObjectCommand, PutObjectCommand } = require('@aws-sdk/client-s3');
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } = require('@aws-sdk/lib-dynamodb');
const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const storage = new S3Client({});
const queue = new SQSClient({});
const { TABLE_NAME, BUCKET_NAME, QUEUE_URL } = process.env;

async function load(key) {
  const answer = await storage.send(new GetObjectCommand({ Bucket: BUCKET_NAME, Key: key }));
  return JSON.parse(await answer.Body.transformToString());
}

async function find(number) {
  const { Item } = await table.send(new GetCommand({ TableName: TABLE_NAME, Key: { id: String(number) } }));
  return Item;
}

async function recent(owner, limit = @number) {
  const found = [];
  let start;
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: TABLE_NAME,
        KeyConditionExpression: 'id = :id',
        ExpressionAttributeValues: { ':id': owner },
        ExclusiveStartKey: start,
      }),
    );
    found.push(...page.Items);
    start = page.LastEvaluatedKey;
  } while (start && found.length < limit);
  return found;
}

async function save(record) {
  const item = { ...record, changed: Date.now() };
  const previous = await find(item.id);
  if (previous) {
    item.version = (previous.version || 0) + 1;
  }
  await table.send(new PutCommand({ TableName: TABLE_NAME, Item: item }));
  const body = JSON.stringify(item);
  await storage.send(new PutObjectCommand({ Bucket: BUCKET_NAME, Key: `@verb/${item.id}.json`, Body: body }));
}

function announce(record) {
  const body = JSON.stringify({ id: record.id });
  return queue.send(new SendMessageCommand({ QueueUrl: QUEUE_URL, MessageBody: body }));
}

module.exports = { load, find, recent, save, announce };
"""

LIBRARY = {
    "http": """'use strict';

exports.body = (event) => {
  const raw = event.body || '{}';
  return JSON.parse(event.isBase64Encoded ? Buffer.from(raw, 'base64').toString() : raw);
};

exports.answer = (statusCode, content) => ({
  statusCode,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(content),
});
""",
    "text": """'use strict';

const marks = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

exports.shorten = (value, length) => {
  const whole = String(value);
  return whole.length <= length ? whole : whole.slice(0, length - 1) + '…';
};

exports.escaped = (value) => String(value).replace(/[&<>"]/g, (mark) => marks[mark]);
""",
    "values": """'use strict';

exports.whole = (value, otherwise = 0) => {
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) ? otherwise : number;
};
""",
}

# One in six ends in something that must not get what came from outside.
FLAWS = [
    "execSync('convert ' + record.@a + ' /tmp/out.png');",
    "exec(`tar -xf ${record.@a}`, (error) => error && console.warn(error.code));",
    "result.value = eval(record.@a);",
]


class JavaScriptService:
    runtime = "nodejs22.x"

    def __init__(self, name, verbs, stream):
        self.name, self.verbs, self.random = name, verbs, stream
        self.kinds = [stream.choice(list(HANDLERS)) for _ in verbs]

    def files(self):
        files = {f"lib/{name}.js": text for name, text in LIBRARY.items()}
        for verb, kind in zip(self.verbs, self.kinds):
            files[f"handlers/{verb}.js"] = self.handler(verb, kind)
            files[f"logic/{verb}.js"] = self.logic()
            files[f"checks/{verb}.js"] = self.checks()
            number = str(self.random.randint(2, 9))
            files[f"store/{verb}.js"] = STORE.replace("@verb", verb).replace("@number", number)
            files[f"views/{verb}.js"] = self.views(verb)
        return files

    def filled(self, text, **words):
        a, b = self.random.sample(FIELDS, 2)
        words = {"a": a, "b": b, "number": self.random.randint(2, 40)} | words
        # `${…}` of the language stays as it is: what is not a known word is left alone.
        return Template(text).safe_substitute(words)

    def handler(self, verb, kind):
        flaw = self.random.choice(FLAWS) if self.random.random() < 1 / 6 else "console.info('done');"
        words = {
            "@verb": verb,
            "@records": HANDLERS[kind].strip("\n") + "\n",
            "@tail": flaw.replace("@a", self.random.choice(FIELDS)),
        }
        text = HANDLER
        for word, value in words.items():
            text = text.replace(word, value)
        return text

    def logic(self):
        parts = ["'use strict';\n\nconst text = require('../lib/text');\nconst values = require('../lib/values');\n"]
        names = ["copy"]
        parts.append("const copy = (record) => ({ ...record });\n")
        for number in range(14):
            name = f"{self.random.choice(FIELDS)}{number}"
            # Calls go to the functions just above, so that chains are short.
            call = self.random.choice(names[-2:]) if self.random.random() < 0.4 else "copy"
            step = self.random.choice(STEPS)
            parts.append(self.filled(step, name=name, Name=name.capitalize(), call=call))
            names.append(name)
        calls = "\n".join(f"  record = await {name}(record);" for name in names)
        parts.append(f"\n/** All of it, in order. */\nexports.run = async (record) => {{\n{calls}\n  return record;\n}};\n")
        return "".join(parts)

    def checks(self):
        fields = self.random.sample(FIELDS, 9)
        patterns = "\n".join(
            f"  {field}: /^[a-z0-9 .-]{{1,{self.random.randint(9, 60)}}}$/," for field in fields
        )
        methods = "".join(self.filled(self.random.choice(CHECKS), a=field) for field in fields)
        calls = "\n".join(f"    this.check_{field}(record);" for field in fields)
        return (
            f"'use strict';\n\nconst patterns = {{\n{patterns}\n}};\n\nclass Checks {{\n  problems = [];\n{methods}\n"
            f"  all(record) {{\n{calls}\n    return this;\n  }}\n}}\n\nmodule.exports = {{ Checks }};\n"
        )

    def views(self, verb):
        names = [f"{field}View" for field in self.random.sample(FIELDS, 9)]
        parts = [
            "'use strict';\n\nconst text = require('../lib/text');\n\n"
            f"const TITLES = {{ en: '{verb}', de: '{verb}' }};\n"
        ]
        parts += [self.filled(self.random.choice(VIEWS), name=name, Name=name) for name in names]
        calls = ", ".join(f"{name}(record)" for name in names)
        parts.append(f"\nexports.render = (record) => [{calls}].join('\\n');\n")
        return "".join(parts)
