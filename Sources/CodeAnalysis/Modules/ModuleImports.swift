package import FindingModel
package import SourceModel
internal import TaintEngine

/// An import of something that is no file of the scanned tree.
package struct ExternalImport: Hashable, Sendable {
  /// Of JavaScript the package's name, `@aws-sdk/client-s3`; of Python the dotted module with what is taken from
  /// it where that may be a module itself, `google.cloud.storage`.
  package let name: String
  package let language: SourceLanguage
  package let location: SourceLocation
}

/// The imports that are written in a module.
enum ModuleImports {
  typealias Import = (specifier: String, below: [String], range: SourceRange)

  /// Names that values are read by; TypeScript drops imports of which only types are used.
  private static func namesUsed(in module: SourceModule) -> Set<String>? {
    guard module.language == .typeScript else { return nil }
    return Set(module.expressions.compactMap { if case .name(let name) = $0 { name } else { nil } })
  }

  static func all(of module: SourceModule) -> [Import] {
    let used = namesUsed(in: module)
    var found: [Import] = []
    for (index, statement) in module.statements.enumerated() {
      let range = module.statementRanges[index]
      switch statement {
      case .import(let item):
        if let used, !item.names.isEmpty, !item.names.contains(where: { used.contains($0.local) }) {
          continue
        }
        found.append((item.module, item.names.map(\.imported), range))
      case .export(.from(let specifier, _, _)): found.append((specifier, [], range))
      default: continue
      }
    }
    guard module.language != .python else { return found }
    for (index, expression) in module.expressions.enumerated() {
      guard case .call(let call) = expression, case .name(let callee) = module[call.callee],
        callee == "require" || callee == "import",
        let argument = call.arguments.first, case .literal(.text(let specifier)) = module[argument.value]
      else { continue }
      found.append((specifier, [], module.expressionRanges[index]))
    }
    return found
  }

  /// Names of packages and modules from elsewhere, each once, where it is imported first.
  static func external(in read: [String: SourceModule], _ modules: FunctionModules) -> [ExternalImport] {
    var found: [ExternalImport] = []
    var names: Set<String> = []
    for path in read.keys.sorted() {
      guard let module = read[path] else { continue }
      for (specifier, below, range) in all(of: module) where !specifier.hasPrefix(".") {
        if case .file = modules.resolve(specifier, from: path, language: module.language) { continue }
        for name in externalNames(specifier, below, module.language) where names.insert(name).inserted {
          found.append(
            ExternalImport(name: name, language: module.language, location: module.location(of: range)))
        }
      }
    }
    return found
  }

  private static func externalNames(
    _ specifier: String, _ below: [String], _ language: SourceLanguage
  ) -> [String] {
    guard language == .python else {
      let name = specifier.hasPrefix("node:") ? specifier.dropFirst("node:".count) : specifier[...]
      return [FunctionModules.split(String(name)).package]
    }
    let parts = below.filter { $0 != "*" }.map { specifier + "." + $0 }
    return parts.isEmpty ? [specifier] : parts
  }
}
