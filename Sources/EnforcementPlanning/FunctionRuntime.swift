internal import ApplicationModel
internal import FindingModel

/// What kind of runtime a function has, as far as policies go.
enum FunctionRuntime: Hashable, Sendable {
  case python
  case node
  case java
  case ruby
  case dotNet
  /// The function's own program: Go, Rust, C++, on `provided*`.
  case custom
  case image
  case unknown

  init(_ function: Function) {
    if case .image = function.code {
      self = .image
      return
    }
    guard let name = function.runtime.value else {
      self = Self.kind(ofHandler: function)
      return
    }
    let kinds: [(prefix: String, kind: FunctionRuntime)] = [
      ("python", .python), ("nodejs", .node), ("java", .java), ("ruby", .ruby), ("dotnet", .dotNet),
      ("provided", .custom), ("go", .custom),
    ]
    self = kinds.first { name.hasPrefix($0.prefix) }?.kind ?? .unknown
  }

  /// Of a program without a template the file says it.
  private static func kind(ofHandler function: Function) -> FunctionRuntime {
    let path = function.location.path
    if path.hasSuffix(".py") { return .python }
    return [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".tsx", ".jsx"].contains(where: path.hasSuffix)
      ? .node : .unknown
  }

  /// Globs of programs that the runtime itself starts while it serves, with the reason.
  var ownPrograms: [(path: String, reason: String)] {
    switch self {
    case .java: [("/var/lang/lib/jspawnhelper", "Java starts every program through it")]
    case .python, .node, .ruby, .dotNet, .custom, .image, .unknown: []
    }
  }

  /// The interpreter, for code that starts itself once more.
  var interpreter: String? {
    switch self {
    case .python: "/var/lang/bin/python3*"
    case .node: "/var/lang/bin/node"
    case .ruby: "/var/lang/bin/ruby"
    case .java: "/var/lang/bin/java"
    case .dotNet, .custom, .image, .unknown: nil
    }
  }
}
