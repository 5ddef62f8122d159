internal import TaintEngine

extension CallFact {
  /// The package manager's command that a call runs, `pip install`; `nil` for anything else.
  var installation: String? {
    if ["pip.main", "pip._internal.main", "pip._internal.cli.main.main"].contains(callee) {
      return arguments.contains { $0.value.words.contains("install") } ? "pip install" : nil
    }
    let starters = ["os.system", "os.popen", "subprocess.", "child_process.", "execa", "shelljs.exec"]
    guard starters.contains(where: callee.hasPrefix) else { return nil }
    let words = arguments.flatMap(\.value.words)
    for manager in ["pip", "pip3", "npm", "yarn", "apt-get", "yum", "gem"] {
      guard let index = words.firstIndex(where: { $0 == manager || $0.hasSuffix("/" + manager) }) else {
        continue
      }
      let rest = words[(index + 1)...].prefix(4)
      if let verb = rest.first(where: { ["install", "add", "i"].contains($0) }) {
        return "\(manager) \(verb)"
      }
    }
    return nil
  }
}

extension ValueFact {
  /// Words of its constant texts, elements included.
  fileprivate var words: [String] {
    texts.flatMap { text in
      text.parts.flatMap { part -> [String] in
        guard case .literal(let piece) = part else { return [] }
        return piece.split(separator: " ").map(String.init)
      }
    } + elements.flatMap(\.words)
  }
}
