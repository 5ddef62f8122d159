internal import Documents
internal import FindingModel

extension VariableResolver {
  /// `${param:name}`: of the stage, or of `default`, in `params` (version 3) or `stages` (version 4).
  mutating func parameter(_ name: String, at place: SourceLocation) -> Outcome {
    let keys = name.split(separator: ".", omittingEmptySubsequences: false)
    let stage = stage(at: place)
    if let known = stage.text {
      if let outcome = parameter(keys, of: known) { return outcome }
    } else if hasOverride(keys) {
      // Which stage's value holds depends on a stage that is not known.
      return .unresolved(kind: "param")
    }
    return parameter(keys, of: "default") ?? .missing(kind: "param", reason: "no stage defines it")
  }

  private mutating func parameter(_ keys: [Substring], of stage: String) -> Outcome? {
    for path in [["params", Substring(stage)], ["stages", Substring(stage), "params"]] {
      switch walk(path + keys, from: service) {
      case .found(let node): return .value(node)
      case .unresolved(let kind): return .unresolved(kind: kind)
      case .missing: continue
      }
    }
    return nil
  }

  private mutating func hasOverride(_ keys: [Substring]) -> Bool {
    let sections = [service["params"], service["stages"]].compactMap { $0 }
    let stages = sections.flatMap { value(of: $0).entries.map(\.key) }
    // So many stages are no service's: not worth a search per parameter.
    guard stages.count <= 100 else { return true }
    return stages.contains { $0 != "default" && parameter(keys, of: $0) != nil }
  }
}
