/// Functions of Python itself and of the parts of its library that move values without changing them.
enum PythonCore {
  enum Function {
    case number
    case length
    case text
    /// The text of a value as the language writes it, line breaks escaped.
    case representation
    case same
    case list
    case record
    case defaultRecord
    case range
    case enumerate
    case zip
    case map
    case filter
    case reduce
    case sorted
    case element
    case isInstance
    case getAttribute
    case setAttribute
    case partial
    case wraps
    case gather
    case submit
    case thread
    case pattern
    case search(Interpreter.MatchMode)
    case findAll
    case substitute
    case decision
    case type
    case printFormat
  }

  static let functions: [String: Function] = {
    var table: [String: Function] = [
      "len": .length, "str": .text, "repr": .representation, "ascii": .representation, "type": .type,
      "pprint.pformat": .representation, "format": .text, "dict": .record,
      "collections.OrderedDict": .record, "collections.defaultdict": .defaultRecord, "range": .range,
      "xrange": .range, "enumerate": .enumerate,
      "zip": .zip, "itertools.zip_longest": .zip, "map": .map, "filter": .filter,
      "functools.reduce": .reduce, "reduce": .reduce, "sorted": .sorted, "next": .element, "max": .element,
      "min": .element, "isinstance": .isInstance, "getattr": .getAttribute, "setattr": .setAttribute,
      "functools.partial": .partial, "functools.wraps": .wraps, "functools.lru_cache": .wraps,
      "asyncio.gather": .gather, "threading.Thread": .thread, "re.compile": .pattern,
      "re.match": .search(.prefix), "re.search": .search(.search), "re.fullmatch": .search(.full),
      "re.findall": .findAll, "re.finditer": .findAll, "re.split": .findAll, "re.sub": .substitute,
      "any": .decision, "all": .decision, "callable": .decision, "bool": .decision, "hasattr": .decision,
      "issubclass": .decision, "concurrent.futures.ThreadPoolExecutor().submit": .submit,
      "asyncio.to_thread": .submit, "framework.BackgroundTasks.add_task": .submit,
    ]
    for name in [
      "int", "float", "complex", "abs", "round", "sum", "ord", "hash", "id", "decimal.Decimal", "uuid.UUID",
      "datetime.datetime.strptime", "datetime.datetime.fromtimestamp", "datetime.datetime.fromisoformat",
      "ipaddress.ip_address", "ipaddress.IPv4Address",
    ] {
      table[name] = .number
    }
    for name in ["list", "tuple", "set", "frozenset", "collections.deque"] { table[name] = .list }
    for name in [
      "iter", "reversed", "asyncio.run", "asyncio.wait_for", "asyncio.shield", "asyncio.create_task",
      "asyncio.ensure_future", "asyncio.get_event_loop().run_until_complete", "copy.copy", "copy.deepcopy",
      "typing.cast", "asyncio.new_event_loop().run_until_complete", "asyncio.coroutine", "staticmethod",
      "classmethod", "vars", "itertools.chain.from_iterable", "super",
    ] { table[name] = .same }
    return table
  }()

  /// Names that `from library import *` does not hide.
  static let builtins: Set<String> = [
    "print", "open", "eval", "exec", "compile", "input", "len", "str", "int", "float", "bool", "list", "dict",
    "set",
    "tuple", "range", "enumerate", "zip", "map", "filter", "sorted", "isinstance", "getattr", "setattr",
    "hasattr", "type", "object", "Exception", "ValueError", "KeyError", "TypeError", "super", "repr", "bytes",
    "bytearray", "any", "all", "min", "max", "sum", "abs", "round", "iter", "next", "reversed", "vars",
    "globals", "locals", "__import__", "callable", "format", "ord", "chr", "hash", "id", "frozenset",
    "property",
    "staticmethod", "classmethod", "RuntimeError", "IndexError", "AttributeError", "NotImplementedError",
  ]
}
