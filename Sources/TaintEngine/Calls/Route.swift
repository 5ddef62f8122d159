internal import SourceModel

/// How a framework calls a function of the program, as far as its registration tells.
struct Route {
  enum Role {
    /// Answers requests.
    case handler
    /// Runs before or around every handler.
    case hook
    /// Answers where a handler ended with an error.
    case failure
    /// A field of GraphQL, for one parent or for many.
    case resolver
    case batchResolver
    /// An action that a language model chooses.
    case action
  }

  let role: Role
  /// Path of the library's call, `flask.Flask().route`.
  let registrar: String
  /// The address, `/jobs/<int:number>`; `nil` where it is not constant.
  var address: String?
  /// Classes of the errors that it answers.
  var failures: Value?
  /// The class whose method it is.
  var type: ObjectID?
  /// Values that it gets whatever it calls its parameters.
  var given: [Value]?

  /// Whether what it returns answers the caller.
  var answers: Bool { given == nil || role == .resolver }

  /// Whether a text that it returns is sent as HTML.
  var answersPage: Bool {
    ["flask.", "bottle", "quart."].contains(where: registrar.hasPrefix) && role != .action
  }

  /// Whether parameters that the address does not name are taken from the query or the body.
  var bindsParameters: Bool {
    ["fastapi", "powertools", "starlette", "ninja", "litestar", "robyn"].contains(where: registrar.contains)
  }
}
