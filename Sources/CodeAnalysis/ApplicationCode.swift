package import ApplicationModel
package import FindingModel
package import SourceModel
package import TaintEngine

/// What the code of an application's functions does.
package struct ApplicationCode: Sendable {
  /// By the id of the function.
  package var functions: [String: FunctionCode] = [:]
  /// Values that one function writes and another gets.
  package var links: [FunctionLink] = []

  package init() {}

  package subscript(function: Function) -> FunctionCode? { functions[function.id] }
}

/// What the code of one function does.
package struct FunctionCode: Sendable {
  /// Where the handler was found; `nil` if it was not.
  package var handler: SourceLocation?
  package var entry: EntryPoint?
  /// Why there is nothing to say, as a sentence; `nil` where the code was read.
  package var unread: Unread?
  package var analysis = Analysis()
  /// The files that were read, by path.
  package var modules: [String: SourceModule] = [:]
  /// Names from elsewhere that the modules import.
  package var externalImports: [ExternalImport] = []
  /// Imports that lead nowhere.
  package var missingImports: [MissingImport] = []
  package var cloudCalls: [CloudCall] = []
  /// What may need rights that ``cloudCalls`` do not tell; sorted.
  package var openNeeds: [OpenNeed] = []
  /// Flows that begin in the event of another function, joined to this function's own.
  package var linkedFlows: [LinkedFlow] = []

  package init() {}

  package struct Unread: Hashable, Sendable {
    package let reason: String
    package let location: SourceLocation
    /// Whether the user expects it to be readable: a missing file, not a language that nobody reads.
    package let isError: Bool

    package init(reason: String, at location: SourceLocation, isError: Bool) {
      self.reason = reason
      self.location = location
      self.isError = isError
    }
  }

  package var isRead: Bool { unread == nil }

  /// Whether all that the handler reaches was read to its end.
  package var isComplete: Bool { isRead && analysis.incomplete.isEmpty }
}

/// Code that uses the role's rights where nobody can tell which of them.
package struct OpenNeed: Hashable, Sendable {
  /// What uses them: a library's name, an operation that the catalogue does not know.
  package let user: String
  /// Patterns of actions, `dynamodb:*`; sorted.
  package let actions: [String]

  package init(user: String, actions: [String]) {
    self.user = user
    self.actions = actions.sorted()
  }
}

/// A call of a cloud service, with what it needs and what it touches.
package struct CloudCall: Hashable, Sendable {
  /// IAM's prefix, `dynamodb`.
  package let service: String
  /// As in the service's API, `GetItem`.
  package let operation: String
  /// Actions that the role needs, with the resource of each; an open part is what the code leaves open.
  package let needs: [RequiredGrant]
  /// What is read or written, where it is data.
  package let target: CallTarget?
  package let location: SourceLocation
  /// An index into ``Analysis/calls``.
  package let call: Int

  package init(
    service: String, operation: String, needs: [RequiredGrant], target: CallTarget?, location: SourceLocation,
    call: Int
  ) {
    self.service = service
    self.operation = operation
    self.needs = needs
    self.target = target
    self.location = location
    self.call = call
  }
}

package struct RequiredGrant: Hashable, Sendable {
  package let action: String
  /// An ARN or a reference; `*` where the action knows no resource or nothing is known.
  package let resource: Text
  /// Whether it is needed only under conditions that the call does not tell.
  package let isConditional: Bool

  package init(action: String, resource: Text, isConditional: Bool = false) {
    self.action = action
    self.resource = resource
    self.isConditional = isConditional
  }
}

/// The store or channel that a call reads or writes.
package struct CallTarget: Hashable, Sendable {
  package enum Direction: Hashable, Sendable {
    case read
    case write
    case delete
    case invoke
  }

  package enum Medium: String, Hashable, Sendable {
    case bucket
    case table
    case queue
    case topic
    case stream
    case bus
    case stateMachine
    case function
    case secret
    case parameter
  }

  package let direction: Direction
  package let medium: Medium
  /// Its name, URL or ARN as the code gives it, variables resolved by the template; `nil` if nothing is known.
  package let name: Text?
  /// Resources of the application it may be; empty if none is.
  package let resources: [String]
  /// Functions of the application that an open name may mean; empty where the name is known.
  package let candidates: [String]
  /// Texts the key may be; empty where it is open or has none.
  package let keys: [TextPattern]
  /// Whether the call gives a key at all.
  package let hasKey: Bool
  /// Whether the call says what it writes; of a file only the path is given, of a copy only the original.
  package let hasContent: Bool

  package init(
    direction: Direction, medium: Medium, name: Text?, resources: [String], candidates: [String],
    keys: [TextPattern], hasKey: Bool, hasContent: Bool
  ) {
    self.direction = direction
    self.medium = medium
    self.name = name
    self.resources = resources
    self.candidates = candidates
    self.keys = keys
    self.hasKey = hasKey
    self.hasContent = hasContent
  }
}

/// A write of one function that becomes the event, or what is read, of another.
package struct FunctionLink: Hashable, Sendable {
  package let writer: String
  package let reader: String
  /// The store or channel between them; `nil` for a direct invocation.
  package let resource: String?
  /// An index into the writer's ``Analysis/calls``.
  package let call: Int
  /// Fields of the reader's event that the write fills; empty for a read of the store.
  package let fields: [FieldPath]
  package let location: SourceLocation
  /// Whether the writer's role allows it for sure; a role that nobody can read leaves it open.
  package let isCertain: Bool
  /// Whether the write starts the reader by itself and each time: no filter that its key may fail, no signed
  /// address that somebody else has to use.
  package let isInevitable: Bool

  package init(
    writer: String, reader: String, resource: String?, call: Int, fields: [FieldPath],
    location: SourceLocation,
    isCertain: Bool, isInevitable: Bool = true
  ) {
    self.writer = writer
    self.reader = reader
    self.resource = resource
    self.call = call
    self.fields = fields
    self.location = location
    self.isCertain = isCertain
    self.isInevitable = isInevitable
  }
}

/// A flow that crosses functions: it begins in the event of one and ends in a sink of another.
package struct LinkedFlow: Hashable, Sendable {
  /// The flow within the last function.
  package let flow: Flow
  /// The origin in the first function.
  package let origin: Origin
  /// Ids of the functions it passes, first to last.
  package let functions: [String]
  /// Steps of all of them.
  package let steps: [TraceStep]
  package let isCertain: Bool

  package init(flow: Flow, origin: Origin, functions: [String], steps: [TraceStep], isCertain: Bool) {
    self.flow = flow
    self.origin = origin
    self.functions = functions
    self.steps = steps
    self.isCertain = isCertain
  }
}
