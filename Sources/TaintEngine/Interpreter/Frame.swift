internal import SourceModel

/// One call that is being followed.
final class Frame {
  let module: Int32
  let function: FunctionID?
  /// Of the innermost block.
  var scope: ObjectID
  /// Of the function.
  let functionScope: ObjectID
  let receiver: Value?
  let home: ObjectID?
  /// Depth of branches at the beginning.
  let branchDepth: Int
  /// Names that belong to an outer scope, and whether to the module's.
  var outerNames: [Int32: Bool] = [:]
  var returned = Value.never
  var returnedAt: Spot?
  /// What was changed up to each `return`.
  var exits: [Changes] = []
  var thrown = Value.never
  var yielded = Value.never
  var contexts: [ControlContext] = []
  var loopDepth = 0
  var attemptDepth = 0
  var handlerDepth = 0
  /// Objects made by an expression inside a loop, so that the rounds of the loop end.
  var allocations: [Int32: ObjectID] = [:]
  var arguments: [Value] = []
  /// The class whose body is being run.
  var isClassBody = false

  init(
    module: Int32, function: FunctionID?, scope: ObjectID, receiver: Value?, home: ObjectID?, branchDepth: Int
  ) {
    self.module = module
    self.function = function
    self.scope = scope
    functionScope = scope
    self.receiver = receiver
    self.home = home
    self.branchDepth = branchDepth
  }
}

/// What `break`, `continue` and `throw` lead to.
final class ControlContext {
  enum Kind {
    case loop
    case choice
    case attempt
  }

  let kind: Kind
  let branchDepth: Int
  var breaks: [Changes] = []
  var continues: [Changes] = []
  var throwings: [Changes] = []
  var thrown = Value.never

  init(_ kind: Kind, branchDepth: Int) {
    self.kind = kind
    self.branchDepth = branchDepth
  }
}
