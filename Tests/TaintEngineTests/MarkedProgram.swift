import FindingModel
import LanguageFrontends
import SourceModel
import TaintEngine

/// Files of a program whose comments say what the engine has to find: `expect: osCommand` at the end of a line.
struct MarkedProgram: ModuleSource {
  let files: [String: SourceModule]
  let texts: [String: String]

  init(_ texts: [String: String]) {
    self.texts = texts
    var files: [String: SourceModule] = [:]
    for (path, text) in texts { files[path] = Frontend.module(Array(text.utf8), path: path) }
    self.files = files
  }

  func module(_ path: String) -> SourceModule? { files[path] }

  func resolve(_ specifier: String, from path: String, language: SourceLanguage) -> ModuleResolution {
    var name = specifier
    if language == .python {
      name = String(specifier.drop { $0 == "." }).replacing(".", with: "/")
    } else {
      guard specifier.hasPrefix(".") else {
        return .library(specifier.hasPrefix("node:") ? String(specifier.dropFirst(5)) : specifier)
      }
      name = String(specifier.drop { $0 == "." || $0 == "/" })
    }
    for suffix in ["", ".py", ".js", ".ts", "/__init__.py", "/index.js"] where files[name + suffix] != nil {
      return .file(name + suffix)
    }
    return .library(specifier)
  }

  func analysis(of names: [String] = ["handler"], file: String, limits: EngineLimits = .standard) -> Analysis
  {
    let isPython = file.hasSuffix(".py")
    let entry = EntryPoint(
      module: file, names: names, parameters: isPython ? [.event, .context] : [.event, .context, .callback],
      answersCaller: true, events: [])
    return Self.engine(limits).analyse(entry, in: self)
  }

  private static let standard = TaintEngine(models: [.python, .javaScript])

  private static func engine(_ limits: EngineLimits) -> TaintEngine {
    limits.steps == EngineLimits.standard.steps
      ? standard : TaintEngine(models: [.python, .javaScript], limits: limits)
  }

  /// What the markers say: `file:line kind`, sorted.
  var expected: [String] {
    var list: Set<String> = []
    for (path, text) in texts {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard let mark = line.firstRange(of: "expect: ") else { continue }
        for kind in line[mark.upperBound...].split(separator: ",") {
          list.insert("\(path):\(number + 1) \(kind.trimmingPrefix { $0 == " " })")
        }
      }
    }
    return list.sorted()
  }

  /// Kinds that the markers speak of; logs and workloads are told everywhere.
  static let marked: Set<SinkKind> = [
    .osCommand, .codeExecution, .objectMerge, .sharedState, .redirect, .filePath, .sql, .requestURL,
  ]

  func found(in analysis: Analysis) -> [String] {
    Set(
      analysis.flows.filter { Self.marked.contains($0.kind) }.map {
        "\($0.location.path):\($0.location.line) \($0.kind)"
      }
    ).sorted()
  }
}
