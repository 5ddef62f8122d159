package import SourceModel

/// What is known of calls of one language's libraries: typed data, no code.
package struct LibraryModel: Sendable {
  package let language: SourceLanguage
  package let calls: [CallModel]
  package let members: [MemberModel]

  package init(language: SourceLanguage, calls: [CallModel], members: [MemberModel] = []) {
    self.language = language
    self.calls = calls
    self.members = members
  }
}

/// What a call of a function with one of the given paths does.
///
/// A path is the canonical name of the callee: the module as imported (`node:` dropped), then members, with
/// `()` where the result of a call goes on: `os.system`, `child_process.exec`, `mysql.createConnection().query`,
/// `aws-sdk.S3().getObject`, `boto3.client.s3.put_object`. Aliases, destructuring, `await`, `promisify`, default imports and
/// `new` leave no trace in it. Global functions have bare names: `eval`, `JSON.parse`, `open`.
///
/// Forms of a pattern:
/// - `a.b.c`: that path.
/// - `*.cursor().execute`: any path that ends so.
/// - `?.execute`: a method of a value of which nothing is known (a parameter of an unknown caller …).
/// - `{pymysql,psycopg2}.connect`: alternatives, anywhere in a pattern.
/// - `text.strip`, `list.append`, `record.get`, `regex.test`, `promise.then`, `function.bind`: methods of the
///   language's own values.
package struct CallModel: Sendable {
  package let paths: [String]
  package let effects: [Effect]

  package init(_ paths: String..., effects: [Effect]) {
    self.paths = paths
    self.effects = effects
  }

  package init(paths: [String], effects: [Effect]) {
    self.paths = paths
    self.effects = effects
  }

  package enum Effect: Sendable {
    case sink(Sink)
    case result(ResultModel)
    case callback(Callback)
    case tasks(TaskList)
    /// Labels of the first reach the value of the second: `list.append(x)`, `buffer.write(x)`, `Object.assign(a, b)`.
    case writes(from: Selector, into: Selector)
    /// The call sets an option of the value, by a constant name, which conditions read as a field of it.
    case configures(Selector, name: Selector, value: Selector)
    /// The call checks its argument: in the branch where it returned true (or did not throw) labels are safe for these.
    case guards(Selector, against: SinkKinds)
    /// The call does not return unless its argument is as a JSON schema says.
    case validates(Selector, by: Selector)
    /// The call proves who called: in the branch where it returned true (or did not throw) flows are authenticated.
    case authenticates(when: [Condition])
    /// The value it makes is an error whose message goes to the caller, where the program throws it or,
    /// for some, gives it back.
    case answers(Selector, when: [Condition] = [], onlyThrown: Bool)
    /// The function it is given is a handler of the platform's, and gets this in the place of the event,
    /// which is the first argument here.
    case adapts(ResultModel)
    /// The call never returns.
    case leaves
  }
}

/// The value of a member that is not a call: `process.env`, `request.args` of a typed value.
package struct MemberModel: Sendable {
  package let paths: [String]
  package let result: ResultModel

  package init(_ paths: String..., result: ResultModel) {
    self.paths = paths
    self.result = result
  }

  /// In the place of a member: what a loop over the value gives, by Python's name for it.
  package static let element = "__iter__"
}

/// Which value of a call is meant.
package indirect enum Selector: Hashable, Sendable {
  case receiver
  case position(Int)
  case named(String)
  /// Python passes it by either.
  case argument(Int, String)
  /// Every positional argument from one on.
  case allFrom(Int)
  /// Every argument, named ones too.
  case anyArgument
  /// A field of a record or of an instance: `.field(.position(1), "shell")`.
  case field(Selector, String)
  /// Elements of a sequence from one on; `.elements(.position(0), from: 1)`.
  case elements(Selector, from: Int)
  /// One element of a sequence.
  case element(Selector, Int)
  /// Any field or element at any depth.
  case anywhereIn(Selector)
  /// Keys of a record.
  case keys(Selector)
  /// The argument that a construction got: `new GetObjectCommand(input)` given to `send` is `.constructed(.position(0), 0)`.
  case constructed(Selector, Int)
  /// The last argument.
  case last
}

package struct Sink: Sendable {
  package let kind: SinkKind
  package let selector: Selector
  /// All must hold.
  package let conditions: [Condition]
  /// How sure it is that a tainted value here does harm.
  package let certainty: Certainty
  /// What it is, where the path alone does not say: `the key of the object`, `TableName`.
  package let detail: String?

  package init(
    _ kind: SinkKind, _ selector: Selector, when conditions: [Condition] = [],
    certainty: Certainty = .certain,
    detail: String? = nil
  ) {
    self.kind = kind
    self.selector = selector
    self.conditions = conditions
    self.certainty = certainty
    self.detail = detail
  }
}

package enum Certainty: Int, Hashable, Sendable, Comparable {
  case possible
  case likely
  case certain

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What must be true of a call for an effect of it.
package indirect enum Condition: Hashable, Sendable {
  /// The value may be one of these constants.
  case equals(Selector, [Constant])
  /// One of the values is written out as this.
  case includes(Selector, Constant)
  /// The value may be true.
  case truthy(Selector)
  case absent(Selector)
  case present(Selector)
  /// The value is, or may be, a record or list and not a plain text: parsed JSON, a parsed body.
  case structured(Selector)
  /// The value is, or may be, a text.
  case text(Selector)
  /// The text starts with a constant, so that the label does not choose its beginning.
  case startsWithConstant(Selector)
  /// The address begins with a constant (or configured) server that ends before the label, `https://host/`, or
  /// with a constant path of more than a slash: the label does not choose the server.
  case fixesServer(Selector)
  /// The value may be a regular expression that can take exponential time.
  case backtracks(Selector)
  /// Some constant text inside the value contains this.
  case mentions(Selector, String)
  /// The value's canonical type is, or ends with, one of these paths.
  case type(Selector, [String])
  /// The program has called a function with one of these paths by now.
  case called([String])
  case not(Condition)
  case any([Condition])
}

package enum Constant: Hashable, Sendable {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case null
}

/// Where the value of a call, or of a callback's parameter, comes from.
package indirect enum ResultModel: Sendable {
  /// A text or value made of these: keeps their labels.
  case madeOf([Selector])
  /// A path made of these, a slash between them.
  case joinedPath(Selector)
  /// The very same value.
  case same(Selector)
  /// Its parts, structure kept: `JSON.parse`, `json.loads`, `parse_qs`. Members extend the label's field path.
  case parsed(Selector)
  /// The text that it is a code of, base64, and its parts as of one that was parsed.
  case decoded(Selector)
  /// The same of an address: members are its host, path, query.
  case address(Selector)
  /// What a token says; no credential any more.
  case claims(Selector)
  /// Its parts as far as the schema that the method belongs to names them; only texts stay what was sent.
  case shaped(Selector)
  /// One element of a sequence, or one value of a record.
  case element(of: Selector)
  /// A sequence of such elements.
  case sequence(of: ResultModel)
  /// A promise is its value; this is only for clarity in data.
  case promise(ResultModel)
  /// A record with these fields.
  case record([String: ResultModel])
  /// Without labels that could inject anything: numbers, booleans, digests, sizes, new identifiers.
  case clean
  /// A digest made with a key: without labels, and proof of the key to whoever compares with it.
  case keyedDigest
  /// The labels, safe for the given kinds: escaping, quoting, casting.
  case sanitized(Selector, for: SinkKinds)
  /// A value of a canonical type; `$0`, `$name` stand for constant arguments: `boto3.client.$0`.
  case instance(String)
  /// The one value of a canonical type that all functions see: what one writes to it the next reads.
  case shared(String)
  /// A value of a canonical type whose construction is these values, in order: a part that is asked of a whole.
  case assembled(String, from: [Selector])
  /// The same in a coding that is harmless for the given kinds.
  case encoded(ResultModel, for: SinkKinds)
  /// New labels.
  case origin(OriginModel)
  /// The part of what comes from there that a constant names: `request.header("x-user")`.
  case part(OriginModel, Selector)
  /// What the call itself returns; in a callback's parameters.
  case callResult
  /// What the callback returns.
  case callbackResult
  /// A function `(error, result)` for a callback to call; in a callback's parameters.
  ///
  /// What it is given counts as what the callback returns.
  case continuation
  case constant(Constant)
  case joined([ResultModel])
  /// The variable of the environment that the first names; where nobody sets it, the second.
  case variable(Selector, orElse: Selector)
  /// The first where all conditions hold (those that say "may" hold when nothing is known), else the second.
  case conditional([Condition], ResultModel, otherwise: ResultModel)
}

/// Labels that a call or member brings into the program.
package enum OriginModel: Hashable, Sendable {
  /// Data of a store that somebody wrote before: `get_item`, `getObject`, `receive_message`, rows.
  case stored(what: String)
  /// What another server answered.
  case remote(what: String)
  /// A secret in the clear.
  case secret(what: String)
  /// An address that gives whoever has it the rights of the function, for a time.
  case signedAddress
  /// One environment variable, by the constant selected, or all of them.
  case environmentVariable(Selector)
  case environment
  /// An exception's text, its stack, or the whole.
  case error(ErrorPart)
  /// What a language model said.
  case modelOutput(what: String)
  /// An incoming request of a web framework inside the function (`flask.request`, `req`), by its field.
  case request(field: [String])
  /// The event of the handler, by its field.
  case event(field: [String])
}

package enum ErrorPart: String, Hashable, Sendable {
  case whole
  case message
  case stack
}

/// A function that a call runs.
package struct Callback: Sendable {
  /// The function.
  package let function: Selector
  /// Values of its parameters, in order.
  package let parameters: [ResultModel]
  /// Whether it runs before the call returns, and so may change what is around it.
  package let isImmediate: Bool
  /// Whether what it does comes before every handler that is registered beside it.
  package let isHook: Bool
  /// How many parameters a function has that gets an error before all others.
  package let errorArity: Int?

  /// Whether the library waits for the callback to call what it was handed.
  var isAnswered: Bool {
    parameters.contains { if case .continuation = $0 { true } else { false } }
  }

  package init(
    _ function: Selector, parameters: [ResultModel], isImmediate: Bool = true, isHook: Bool = false,
    errorArity: Int? = nil
  ) {
    self.function = function
    self.parameters = parameters
    self.isImmediate = isImmediate
    self.isHook = isHook
    self.errorArity = errorArity
  }
}

/// Functions in a list or record that a call runs; each gets a callback `(error, result)`, or is a promise.
package struct TaskList: Sendable {
  /// What a function gets beside its callback.
  package enum Passing: Sendable {
    /// The results of the one before.
    case onward
    case nothing
    /// The results of all so far, by name, where it is written as the last of a list of names.
    case byName
  }

  package let functions: Selector
  package let passing: Passing
  /// Called with the error and the results.
  package let finally: Selector

  package init(_ functions: Selector, passing: Passing, finally: Selector) {
    self.functions = functions
    self.passing = passing
    self.finally = finally
  }
}
