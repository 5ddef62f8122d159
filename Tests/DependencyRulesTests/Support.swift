import ApplicationGraph
import ApplicationModel
import CodeAnalysis
import DependencyAnalysis
import DependencyInventory
import FindingModel
import PackageModel
import RuleModel
import TemplateLoaders
import Testing

/// A small application in memory: one function `Orders` of the folder `src`, with files around it.
struct Project {
  var runtime = "nodejs22.x"
  /// Text by path.
  var files: [String: String] = [:]
  var binaries: [NativeBinary] = []
  var bundles: [ProjectPackages.Bundle] = []
  var settings = RuleSettings()
  var asOf = "2026-11-20"
  /// What the function's code says; `nil` for code that was not read.
  var code: FunctionCode?
  /// Further functions that are packaged from the same folder.
  var others: [String] = []

  init(_ files: [String: String], runtime: String = "nodejs22.x") {
    self.files = files
    self.runtime = runtime
  }

  func findings(_ rule: any Rule) throws -> [Finding] {
    try verdicts(rule).flatMap { verdict -> [Finding] in
      if case .fail(let findings) = verdict { findings } else { [] }
    }.sorted { $0.location < $1.location }
  }

  func verdicts(_ rule: any Rule) throws -> [Verdict] { rule.evaluate(in: try context()) }

  func context() throws -> RuleContext {
    let functions = ["Orders"] + others
    let template =
      "Transform: AWS::Serverless-2016-10-31\nResources:\n"
      + functions.map { name in
        "  \(name):\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: \(runtime)\n"
          + "      Handler: app.handler\n      CodeUri: src/\n"
      }.joined()
    let loaded = try #require(
      try TemplateLoader.load(
        Array(template.utf8), path: "template.yaml", options: .init(), files: NoTemplateFiles()))
    let graph = ApplicationGraph(try #require(loaded.scenarios.first))
    var applicationCode = ApplicationCode()
    for name in functions {
      if let function = graph.function(name), let code { applicationCode.functions[function.id] = code }
    }
    let tree = Files(texts: files)
    let lists = files.keys.sorted().compactMap { path -> PackageList? in
      guard let format = PackageListReader.format(of: path) else { return nil }
      return PackageListReader.read(Array((files[path] ?? "").utf8), path: path, format: format, files: tree)
    }
    let builds = files.filter { BuildFile.isOne($0.key) }.map {
      BuildFile(Array($0.value.utf8), path: $0.key)
    }
    let analyser = DependencyAnalyser(
      packages: ProjectPackages(lists: lists, bundles: bundles, binaries: binaries, builds: builds),
      advisories: nil)
    var dependencies = analyser.analyse(graph, applicationCode)
    dependencies.unowned = analyser.dependencies(of: analyser.unused(by: [dependencies]))
    return RuleContext(
      graph: graph, code: applicationCode, dependencies: dependencies,
      asOf: try #require(CalendarDate(asOf)), settings: settings)
  }

  private struct Files: PackageFiles {
    let texts: [String: String]
    func bytes(of path: String) -> [UInt8]? { texts[path].map { Array($0.utf8) } }
    func contains(_ path: String) -> Bool { texts[path] != nil }
  }
}

extension Project {
  /// A lockfile of npm's third version with packages at the top of the tree.
  static func lock(_ packages: [(name: String, fields: String)], wanted: String = "{}") -> String {
    let entries = packages.map { "    \"node_modules/\($0.name)\": {\n      \($0.fields)\n    }" }
    return """
      {
        "name": "orders", "lockfileVersion": 3,
        "packages": {
          "": {"dependencies": \(wanted)},
      \(entries.joined(separator: ",\n"))
        }
      }
      """
  }

  /// Fields of an entry from the registry, with a digest.
  static func registry(_ name: String, _ version: String, _ more: String = "") -> String {
    let digest = String(repeating: "A", count: 86) + "=="
    return """
      "version": "\(version)", "resolved": "https://registry.npmjs.org/\(name)/-/\(name)-\(version).tgz", \
      "integrity": "sha512-\(digest)"\(more.isEmpty ? "" : ", " + more)
      """
  }
}
