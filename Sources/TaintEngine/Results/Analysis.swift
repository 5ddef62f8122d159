package import FindingModel
package import SourceModel

/// What one entry point does, as far as the engine can tell.
package struct Analysis: Sendable {
  package var flows: [Flow] = []
  package var calls: [CallFact] = []
  package var responses: [ResponseFact] = []
  /// Functions that the entry point reaches, modules' own code as `nil`.
  package var reached: Set<FunctionReference> = []
  /// Files that were loaded.
  package var modules: Set<String> = []
  /// Packages and modules of others that were imported, as written: `@aws-sdk/client-s3`, `pynamodb.models`.
  package var libraries: Set<String> = []
  /// Paths of the event that the code reads.
  package var fieldsRead: Set<FieldPath> = []
  /// Paths of a web framework's request that the code reads.
  package var requestFieldsRead: Set<FieldPath> = []
  /// Texts that fields of either are compared with.
  package var comparisons: Set<FieldComparison> = []
  /// What the code compares with something other than nothing.
  package var compared: Set<Origin.Kind> = []
  /// What the code asks only whether it is there, or true.
  package var tested: Set<Origin.Kind> = []
  /// Names of environment variables that the code asks for.
  package var environmentRead: Set<String> = []
  /// Checks of who the caller is, without whose success some of the program is not reached.
  package var callerChecks: [CallerCheck] = []
  /// What was cut, as sentences with a place; empty for a complete analysis.
  package var incomplete: [Incomplete] = []

  package init() {}
}

/// A field of what callers send, and a text that the code compares it with.
package struct FieldComparison: Hashable, Sendable {
  package let field: FieldPath
  package let text: String

  /// Longest text remembered, in bytes; names of kinds of events are shorter.
  package static let textLimit = 80

  package init(field: FieldPath, text: String) {
    self.field = field
    self.text = text
  }
}

package struct Incomplete: Hashable, Sendable {
  package let location: SourceLocation
  package let reason: String

  package init(at location: SourceLocation, reason: String) {
    self.location = location
    self.reason = reason
  }
}

package struct FunctionReference: Hashable, Sendable {
  package let module: String
  /// `nil` for what runs when the module is loaded.
  package let function: FunctionID?

  package init(module: String, function: FunctionID?) {
    self.module = module
    self.function = function
  }
}

/// Where a label came into the program.
package struct Origin: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A field of the event.
    case event(FieldPath)
    /// A field of a web framework's request.
    case request(FieldPath)
    /// What a store gave, or the part of it at a path: `Item.name`.
    case stored(what: String, FieldPath)
    case remote(what: String)
    case secret(what: String)
    case environmentVariable(String)
    case environment
    case error(ErrorPart)
    case modelOutput(what: String)
  }

  /// What a call that signs an address gives: a secret that is made to be handed out.
  package static let signedAddress = "a presigned address"

  /// What a field is that ends a waiting step, wherever it was stored.
  package static let taskToken = "a task token"

  package static func namesTaskToken(_ name: String) -> Bool {
    name.lowercased().filter(\.isLetter) == "tasktoken"
  }

  package let kind: Kind
  package let trust: Trust
  /// Title of the event and who may choose the field, `an S3 notification`.
  package let event: String?
  package let writer: String?
  /// Where it is read.
  package let location: SourceLocation

  package init(
    kind: Kind, trust: Trust, event: String? = nil, writer: String? = nil, location: SourceLocation
  ) {
    self.kind = kind
    self.trust = trust
    self.event = event
    self.writer = writer
    self.location = location
  }
}

/// A labelled value that reaches a sink.
package struct Flow: Hashable, Sendable {
  package let kind: SinkKind
  package let origin: Origin
  /// From where the value is read to where it arrives; the shortest way found.
  ///
  /// At most ``stepLimit`` steps.
  package let steps: [TraceStep]
  /// The sink's call, or the place of the return.
  package let location: SourceLocation
  /// Canonical path of the callee; empty for a returned response.
  package let callee: String
  package let detail: String?
  package let certainty: Certainty
  /// Whether the value passed a call of which nothing is known.
  package let passedUnknownCall: Bool
  /// Whether the value is the label's own text, unchanged and whole.
  package let isWhole: Bool
  /// Escapes and checks it passed that do not help against this kind, `encodeURIComponent`.
  package let wrongSanitizers: [String]
  /// Whether the handler verified a signature or token before.
  package let isAuthenticated: Bool
  /// The call this happens in, an index into ``Analysis/calls``.
  package let call: Int?
  /// The function it happens in.
  package let function: FunctionReference
  /// Routes of a web framework that lead to it; empty where it does not happen in a handler of any.
  package var routes: Set<WebRoute>
  /// Whether it is one field of a stored item, and not the item.
  package var isPart: Bool

  package static let stepLimit = 24

  package init(
    kind: SinkKind, origin: Origin, steps: [TraceStep], location: SourceLocation, callee: String,
    detail: String?,
    certainty: Certainty, passedUnknownCall: Bool, isWhole: Bool, wrongSanitizers: [String],
    isAuthenticated: Bool, call: Int?, function: FunctionReference, routes: Set<WebRoute> = [],
    isPart: Bool = false
  ) {
    self.kind = kind
    self.origin = origin
    self.steps = steps
    self.location = location
    self.callee = callee
    self.detail = detail
    self.certainty = certainty
    self.passedUnknownCall = passedUnknownCall
    self.isWhole = isWhole
    self.wrongSanitizers = wrongSanitizers
    self.isAuthenticated = isAuthenticated
    self.call = call
    self.function = function
    self.routes = routes
    self.isPart = isPart
  }
}

/// A call of a library, with what is known of its values.
package struct CallFact: Hashable, Sendable {
  /// Canonical path, as in ``CallModel``.
  package let callee: String
  package let receiver: ValueFact?
  package let arguments: [ArgumentFact]
  package let location: SourceLocation
  package let function: FunctionReference
  /// Whether it runs once, when the module is loaded.
  package let isInitialization: Bool
  /// Whether it stands inside a loop.
  package let isInLoop: Bool
  /// Whether it stands inside `try`.
  package let isInAttempt: Bool
  /// Order in which the engine met it, within one analysis.
  package let order: Int
  /// Where stored values were read that were compared with something on the way to this call; only for calls
  /// of a cloud's SDK.
  package var judged: Set<SourceLocation>

  package init(
    callee: String, receiver: ValueFact?, arguments: [ArgumentFact], location: SourceLocation,
    function: FunctionReference, isInitialization: Bool, isInLoop: Bool, isInAttempt: Bool, order: Int,
    judged: Set<SourceLocation> = []
  ) {
    self.callee = callee
    self.receiver = receiver
    self.arguments = arguments
    self.location = location
    self.function = function
    self.isInitialization = isInitialization
    self.isInLoop = isInLoop
    self.isInAttempt = isInAttempt
    self.order = order
    self.judged = judged
  }

  package func argument(_ position: Int, _ name: String? = nil) -> ValueFact? {
    for argument in arguments where argument.position == position || (name != nil && argument.name == name) {
      return argument.value
    }
    return nil
  }

  package func argument(named name: String) -> ValueFact? {
    arguments.first { $0.name == name }?.value
  }
}

package struct ArgumentFact: Hashable, Sendable {
  package let position: Int?
  package let name: String?
  package let value: ValueFact

  package init(position: Int?, name: String?, value: ValueFact) {
    self.position = position
    self.name = name
    self.value = value
  }
}

/// What is known of a value, as plain data; depth and width are bounded.
package struct ValueFact: Hashable, Sendable {
  /// Texts it may be, with open parts.
  package var texts: [TextPattern] = []
  /// Other constants it may be.
  package var constants: [Constant] = []
  package var origins: [Origin] = []
  /// What each of the origins is known to be harmless for, in their order.
  package var proofs: [SinkKinds] = []
  /// Canonical path of what made it: `@aws-sdk/client-s3.GetObjectCommand()`.
  package var type: String?
  package var fields: [String: ValueFact] = [:]
  package var elements: [ValueFact] = []
  /// What its construction was given.
  package var construction: [ValueFact] = []
  /// What it was asked of, one at most: the session that made a client.
  package var maker: [ValueFact] = []
  /// Whether it is a function of the program.
  package var isFunction = false
  /// Whether fields or elements that are not listed may exist.
  package var isOpen = true
  package var location: SourceLocation?

  package init() {}

  /// The type of a text that was made of a record; the record is its construction.
  package static let serialized = "serialized"
}

/// A text with open parts: `uploads/${event.key}`, `${TABLE}`.
package struct TextPattern: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case literal(String)
    case environmentVariable(String)
    /// A field of the event.
    case event(FieldPath)
    case open
  }

  package var parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }

  /// The text, if all of it is known.
  package var literal: String? {
    var text = ""
    for part in parts {
      guard case .literal(let piece) = part else { return nil }
      text += piece
    }
    return text
  }
}

/// An answer that the entry point gives to its caller.
package struct ResponseFact: Hashable, Sendable {
  package let value: ValueFact
  package let location: SourceLocation
  /// Whether it is given where an error was caught.
  package let isInHandler: Bool
  /// Whether a framework sends it as HTML.
  package let isPage: Bool

  package init(value: ValueFact, location: SourceLocation, isInHandler: Bool, isPage: Bool = false) {
    self.value = value
    self.location = location
    self.isInHandler = isInHandler
    self.isPage = isPage
  }
}
