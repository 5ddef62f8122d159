internal import FindingModel
internal import SourceModel

/// Follows one entry point through the program.
///
/// Code is run on what values may be instead of on values: both sides of an open branch are followed and joined.
final class Interpreter {
  let models: (SourceLanguage) -> ModelIndex
  let limits: EngineLimits
  let source: any ModuleSource
  let labels = LabelTable()
  let traces = TraceTable()
  let data = DataTable()
  let heap = Heap()
  let stack: StackBound
  var names = Names()
  var modules: [LoadedModule] = []
  var moduleNumbers: [String: Int32] = [:]
  var frame: Frame
  /// Whether this point of the program is not reached.
  var isDead = false
  var steps = 0
  var callDepth = 0
  var isInitialization = true
  var libraryObjects: [String: ObjectID] = [:]
  var memory: [FunctionKey: FunctionMemory] = [:]
  var active: [ActiveCall] = []
  var deferred: [DeferredCall] = []
  /// Routes that lead to the code being followed; empty where it is not the handler of any.
  var routes: Set<WebRoute> = []
  /// Below which paths of which others routers are mounted.
  var mounts: [ObjectID: [(outer: ObjectID, prefix: String)]] = [:]
  var recorder: FlowRecorder
  /// Where the member is read that is being looked up.
  var readingSpot: Spot?
  /// Library members that stand for labels: what is below them are fields, not names.
  var labelledPaths: Set<String> = []
  /// Whether the next call is the platform's own, and its value goes to a caller.
  var isEnteringHandler = false
  /// What a framework has made of classes for the constructors that ask for them.
  var injections: [ObjectID: Value] = [:]
  /// The event of this invocation, which a handler and what a library runs before it share.
  var sharedEvent: ObjectID?
  /// Whether a text that the function of a framework returns is sent as HTML.
  var answersPage = false
  /// What functions get in the place of the platform's event.
  var adaptations: [ObjectID: ResultModel] = [:]
  /// Functions that a library's decorator was put on.
  var decorated: Set<ObjectID> = []
  /// Whether the handler gets the event as the platform sends it, and not from a library around it.
  var isEventPlain = false
  /// What facts say of labels, kept as long as the analysis.
  var plainOrigins: [Taint: Origin] = [:]
  let entry: EntryPoint?
  let assumptions: ObjectID
  let writtenData: ObjectID
  /// Which stored values the way here was decided by.
  let judgements: ObjectID
  let globals: ObjectID

  struct DeferredCall {
    let function: Value
    var arguments: [Value] = []
    let spot: Spot
    /// How a framework calls it, where that decides what it gets and what becomes of its answer.
    var route: Route?
    /// Whether it is reached only where the application of a framework is the handler.
    var isApplication = false
    /// The routes of a web framework that lead to it.
    var marks: [RouteMark] = []
    /// Whether nobody knows that the library calls it.
    var isGuess = false
  }

  init(
    entry: EntryPoint?, source: any ModuleSource, limits: EngineLimits,
    models: @escaping (SourceLanguage) -> ModelIndex
  ) {
    self.entry = entry
    self.source = source
    self.limits = limits
    self.models = models
    stack = StackBound()
    assumptions = heap.add(.assumptions)
    writtenData = heap.add(.writtenData)
    judgements = heap.add(.assumptions)
    globals = heap.add(.scope(parent: nil))
    frame = Frame(module: -1, function: nil, scope: globals, receiver: nil, home: nil, branchDepth: 0)
    recorder = FlowRecorder(limits: limits, events: entry?.events ?? [])
  }

  var module: LoadedModule { modules[Int(frame.module)] }
  var code: LoadedModule { modules[Int(frame.module)] }
  var isPython: Bool { code.language == .python }

  func key(_ name: String) -> CellKey { CellKey(names.number(of: name)) }

  func spot(_ id: ExpressionID) -> Spot { Spot(module: frame.module, range: code.range(of: id)) }

  func location(_ spot: Spot) -> SourceLocation {
    guard spot.module >= 0 else { return .start(of: entry?.module ?? "") }
    return modules[Int(spot.module)].location(of: spot.range)
  }

  func line(_ spot: Spot) -> Int32 {
    guard spot.module >= 0 else { return 1 }
    return modules[Int(spot.module)].line(of: spot.range.start)
  }

  var reference: FunctionReference {
    FunctionReference(module: frame.module >= 0 ? code.path : "", function: frame.function)
  }

  // MARK: Budget

  /// Counts a step; `false` where the analysis has to stop.
  func mayGoOn(at spot: @autoclosure () -> Spot) -> Bool {
    steps += 1
    if steps > limits.steps {
      cut("the analysis of this entry point ends here after \(limits.steps) steps", at: spot())
      return false
    }
    if stack.isReached {
      cut("code nested this deep is not followed", at: spot())
      return false
    }
    return true
  }

  func cut(_ reason: String, at spot: Spot) {
    recorder.noteIncomplete(reason) { location(spot) }
  }

  // MARK: Values

  func join(_ left: Value, _ right: Value) -> Value { left.joined(right, traces) }

  func join(_ values: some Sequence<Value>) -> Value {
    values.reduce(Value.never) { $0.joined($1, traces) }
  }

  func new(_ kind: ObjectKind, at id: ExpressionID? = nil) -> ObjectID {
    guard !heap.isFull else {
      cut("more objects than are told apart", at: Spot(module: frame.module, range: SourceRange(0, 0)))
      return globals
    }
    guard frame.loopDepth > 0, let id else { return heap.add(kind) }
    if let known = frame.allocations[id.index] {
      heap[known].isSummary = true
      return known
    }
    let made = heap.add(kind)
    frame.allocations[id.index] = made
    return made
  }

  /// Writes a field; where the object may be several, what was there may stay.
  func store(_ value: Value, in object: ObjectID, _ key: CellKey, isWeak: Bool = false) {
    if isWeak || heap[object].isSummary, let old = heap.read(object, key) {
      heap.write(object, key, join(old, value))
    } else {
      heap.write(object, key, value)
    }
  }
}

struct FunctionKey: Hashable {
  let module: Int32
  let function: FunctionID
}

/// A file of the program and what it has at its top.
final class LoadedModule {
  let path: String
  let language: SourceLanguage
  let body: [StatementID]
  private let lowered: SourceModule
  // Apart from the module: a struct of many arrays is not passed around for each node that is looked at.
  private let expressions: [Expression]
  private let expressionRanges: [SourceRange]
  private let statements: [Statement]
  let scope: ObjectID
  /// The object of its exports: of ECMAScript and Python modules by name; CommonJS puts its own here.
  let exports: ObjectID
  /// `module`, of which `exports` may be replaced.
  let holder: ObjectID
  var isRunning = true
  var namespace: ObjectID?
  /// Exports by name, of ECMAScript modules.
  var bindings: [String: ExportBinding] = [:]
  /// `export * from`.
  var stars: [ModuleTarget] = []
  /// Libraries of which Python imports everything.
  var openImports: [String] = []

  init(code: SourceModule, scope: ObjectID, exports: ObjectID, holder: ObjectID) {
    path = code.path
    language = code.language
    body = code.body
    lowered = code
    expressions = code.expressions
    expressionRanges = code.expressionRanges
    statements = code.statements
    self.scope = scope
    self.exports = exports
    self.holder = holder
  }

  subscript(id: ExpressionID) -> Expression { expressions[Int(id.index)] }
  subscript(id: StatementID) -> Statement { statements[Int(id.index)] }
  subscript(id: FunctionID) -> FunctionDefinition { lowered.functions[Int(id.index)] }
  subscript(id: ClassID) -> ClassDefinition { lowered.classes[Int(id.index)] }

  /// Names that functions without one of their own are bound to: `const f = …`, `exports.f = …`, `{ f: … }`.
  private(set) lazy var boundNames: [FunctionID: String] = BoundNames.read(
    expressions: expressions, statements: statements)

  func range(of id: ExpressionID) -> SourceRange { expressionRanges[Int(id.index)] }
  func range(of id: StatementID) -> SourceRange { lowered.statementRanges[Int(id.index)] }
  func location(of range: SourceRange) -> SourceLocation { lowered.location(of: range) }

  func line(of offset: Int32) -> Int32 {
    Int32(clamping: lowered.lines.position(of: Int(offset), in: lowered.text).line)
  }
}
