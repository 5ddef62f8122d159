internal import SourceModel

/// A parameter of a route, and how it says what it wants.
struct RouteParameter {
  let name: String
  /// Without `Optional`, `Annotated` and what stands for nothing.
  let type: String
  /// `Query`, `Body`, `Depends` … where the parameter says so.
  let source: String?
  let sourceArgument: ExpressionID?

  /// Types that a framework makes itself.
  static let ownTypes: Set<String> = ["Response", "BackgroundTasks", "WebSocket", "LambdaContext"]

  init(_ parameter: FunctionDefinition.Parameter, code: LoadedModule) {
    name = parameter.name ?? "*"
    var written = (parameter.typeName ?? "").filter { $0 != " " }
    var source: String?
    var argument: ExpressionID?
    if let inner = Self.inside("Annotated", written) {
      let parts = inner.split(separator: ",", maxSplits: 1)
      written = String(parts.first ?? "")
      source = parts.dropFirst().first.map { String($0.prefix { $0 != "(" && $0 != "," }) }
    }
    if let value = parameter.defaultValue, case .call(let call) = code[value] {
      switch code[call.callee] {
      case .name(let callee), .member(_, let callee):
        source = callee
        argument = call.arguments.first { $0.kind == .positional }?.value
      default: break
      }
    }
    self.source = source.flatMap { Self.sources.contains($0) ? $0 : nil }
    sourceArgument = argument
    let optional = Self.inside("Optional", written) ?? written
    type = optional.replacing("|None", with: "")
  }

  private static let sources: Set<String> = [
    "Query", "Body", "Path", "Header", "Cookie", "Form", "File", "Depends", "Security",
  ]

  private static func inside(_ name: String, _ type: String) -> String? {
    type.hasPrefix(name + "[") && type.hasSuffix("]")
      ? String(type.dropFirst(name.count + 1).dropLast()) : nil
  }

  var isRequest: Bool { type.hasSuffix("Request") || type.isEmpty && ["request", "req"].contains(name) }

  var isNumber: Bool {
    ["int", "float", "bool", "UUID", "date", "datetime", "Decimal", "PositiveInt"].contains(type)
  }

  var isCollection: Bool {
    ["dict", "list", "Dict[", "List[", "dict[", "list["].contains { type == $0 || type.hasPrefix($0) }
      || type == "Dict" || type == "List"
  }

  /// `/jobs/<int:number>`, `/jobs/{number:int}`: other addresses do not reach the function.
  func isNumber(in address: String?) -> Bool {
    guard let address else { return false }
    return ["int", "float", "uuid"].contains {
      address.contains("<\($0):\(name)>") || address.contains("{\(name):\($0)}")
    }
  }

  func isNamed(in address: String) -> Bool {
    ["{\(name)}", "{\(name):", "<\(name)>", ":\(name)>"].contains(where: address.contains)
  }
}
