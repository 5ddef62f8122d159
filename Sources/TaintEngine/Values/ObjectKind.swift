internal import SourceModel

/// What an object of the program is.
enum ObjectKind {
  /// Variables of a function or module.
  case scope(parent: ObjectID?)
  case record
  case list
  case set
  case map
  case function(FunctionValue)
  /// A method with its receiver; arguments that are given already.
  case bound(function: Value, receiver: Value?, arguments: [Value], named: [(String, Value)])
  case classType(ClassValue)
  case instance(of: ObjectID)
  /// A module, function or value of a library, by canonical path.
  case library(LibraryValue)
  /// What a module of the program exports.
  case module(Int32)
  /// What is known of the way here: which origins have been checked.
  case assumptions
  /// What was written into data from outside, by the number of the part.
  case writtenData
  /// A function of the engine itself.
  case native(NativeFunction)
}

struct FunctionValue {
  let module: Int32
  let function: FunctionID
  /// Where its free variables are.
  let scope: ObjectID
  /// `this` of an arrow.
  let receiver: Value?
  /// The class whose method it is.
  let home: ObjectID?
  let binding: ClassDefinition.ReceiverBinding?
}

struct ClassValue {
  let module: Int32
  let definition: ClassID
  let bases: [Value]
  /// Methods that run when a member is read or written.
  var getters: [String: Value] = [:]
  var setters: [String: Value] = [:]
}

struct LibraryValue {
  let path: String
  /// What the call that made it was given.
  let construction: [PassedArgument]
  /// What a method that made it was called on.
  let receiver: Value?
}

struct PassedArgument {
  let position: Int?
  let name: String?
  let value: Value
}

enum NativeFunction {
  /// `resolve` of a promise: its argument is the value of the object's `value`.
  case resolve(ObjectID)
  case reject(ObjectID)
  /// `callback(error, result)` of a handler, `context.succeed` …
  case answer(AnswerForm)
  /// `util.promisify(function)`, and the callback that it passes.
  case promisified(Value)
  case settle(ObjectID)
  /// The same for any number of results: they become the elements of a list.
  case collect(ObjectID)
  case partialDecorator
  /// A handler before which a library parses or logs the event, as the decorator says that stands there.
  case adaptedHandler(Value, by: LibraryValue, at: Spot)
  /// A function that a library made a decorator of handlers of, with options that it was given.
  case middleware(Value, options: [(String, Value)])

  enum AnswerForm {
    case callback
    case succeed
    case fail
    case done
  }
}
