internal import TaintEngine
internal import SourceModel
package import ApplicationModel
package import CodeAnalysis
package import DependencyAnalysis
package import FindingModel

/// What a scan knows of one function that its policy is made of.
package struct FunctionFacts: Sendable {
  package let function: Function
  /// Its application: layers, and what variables of the environment refer to.
  package let application: Application
  package let code: FunctionCode?
  package let dependencies: FunctionDependencies?
  package let exposure: Exposure

  package init(
    function: Function, application: Application, code: FunctionCode?, dependencies: FunctionDependencies?,
    exposure: Exposure
  ) {
    self.function = function
    self.application = application
    self.code = code
    self.dependencies = dependencies
    self.exposure = exposure
  }

  var runtime: FunctionRuntime { FunctionRuntime(function) }

  /// Whether all that the handler reaches was read to its end.
  var isCodeComplete: Bool {
    code.map { $0.isComplete && $0.entry != nil && !$0.missingImports.contains(where: \.isFile) } ?? false
  }

  /// Why the code does not tell everything, as a sentence; `nil` where it does.
  var gap: String? {
    guard let code else { return "The code was not read." }
    if let unread = code.unread { return "The code was not read: \(unread.reason)." }
    if code.entry == nil { return "The handler was not found." }
    if let missing = code.missingImports.first(where: \.isFile) {
      return "\(missing.location.place) imports '\(missing.name)', which is no file here."
    }
    guard let cut = code.analysis.incomplete.first else { return nil }
    return "The code was not read to its end (\(cut.location.path):\(cut.location.line): \(cut.reason))."
  }
}

extension SourceLocation {
  /// `src/app.py:12`.
  var place: String { "\(path):\(line)" }
}

extension FunctionFacts {
  /// The type of a resource of the application.
  func type(of id: String) -> String? { application.resources.first { $0.id == id }?.type }

  /// Packages and modules that the code imports, each once, sorted.
  var imports: [ExternalImport] {
    var seen: Set<String> = []
    return (code?.externalImports ?? []).sorted { ($0.name, $0.location) < ($1.name, $1.location) }
      .filter { seen.insert($0.name).inserted }
  }

  /// Packages of which nobody knows whether they start programs or open connections by themselves.
  var unknownLibraries: [String] {
    let missing = (code?.missingImports ?? []).filter { !$0.isFile }.map { item in
      (name: item.name, language: item.location.path.hasSuffix(".py") ? SourceLanguage.python : .javaScript)
    }
    let names = (imports.map { (name: $0.name, language: $0.language) } + missing).filter { item in
      !StandardModules.contains(item.name, item.language)
        && !QuietLibraries.contains(item.name, item.language)
    }.map { item in
      item.language == .python ? String(item.name.split(separator: ".").first ?? "") : item.name
    }
    return Set(names).sorted()
  }

  /// Packages besides the platform's own.
  var foreignLibraries: [String] {
    imports.filter { item in
      !StandardModules.contains(item.name, item.language) && !QuietLibraries.isOfPlatform(item.name)
    }.map(\.name) + (code?.missingImports ?? []).map(\.name)
  }
}
