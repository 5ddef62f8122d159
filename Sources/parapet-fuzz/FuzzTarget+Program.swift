internal import ApplicationGraph
internal import CodeAnalysis
internal import FindingModel
internal import TaintEngine

/// A folder with one program.
private struct LoneFile: CodeFiles {
  let path: String
  let content: [UInt8]

  func bytes(of path: String) -> [UInt8]? { path == self.path ? content : nil }

  func contains(_ path: String) -> Bool { path == self.path }

  func paths(endingWith suffix: String) -> [String] { path.hasSuffix(suffix) ? [path] : [] }

  func folders(in folder: String) -> [String] { [] }
}

extension FuzzTarget {
  /// Less than a scan allows, so that an input that is cut takes no longer than the others may.
  private static let engine = {
    var limits = EngineLimits()
    limits.steps = 200_000
    return TaintEngine(models: [.python, .javaScript], limits: limits)
  }()

  /// A program of which no template speaks, through frontend and engine to the facts about its handlers.
  static func program(_ bytes: [UInt8], path: String) -> String? {
    let analyser = CodeAnalyser(files: LoneFile(path: path, content: bytes), engine: engine)
    guard let application = analyser.application(ofProgram: path) else { return nil }
    let code = analyser.analyse(ApplicationGraph(application))
    let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
    for function in code.functions.values {
      let places =
        function.analysis.flows.flatMap { [$0.location] + $0.steps.map(\.location) }
        + function.analysis.calls.map(\.location) + function.analysis.incomplete.map(\.location)
      if let place = places.first(where: { $0.path != path || !(1...lines).contains(Int($0.line)) }) {
        return "the place \(place) is outside of the program's \(lines) lines"
      }
    }
    return nil
  }
}
