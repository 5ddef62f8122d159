internal import CodeAnalysis
internal import FindingModel
internal import TaintEngine

extension FunctionCode {
  /// The first call that starts a program of that file name.
  func start(ofProgram name: String) -> CallFact? {
    analysis.calls.filter { $0.startsProgram && $0.arguments.contains { $0.value.names(program: name) } }
      .min { $0.location < $1.location }
  }
}

extension CallFact {
  private static let starters = [
    "os.system", "os.popen", "os.spawn", "os.exec", "os.posix_spawn", "subprocess.",
    "asyncio.create_subprocess",
    "asyncio.subprocess.", "child_process.", "execa", "cross-spawn", "shelljs.exec", "zx.$",
  ]

  fileprivate var startsProgram: Bool { Self.starters.contains(where: callee.hasPrefix) }
}

extension ValueFact {
  /// Whether a word of its constant texts is the program's name, alone or at the end of a path.
  fileprivate func names(program: String) -> Bool {
    let isNamed = texts.contains { text in
      text.parts.contains { part in
        guard case .literal(let piece) = part else { return false }
        return piece.split { " \t\n\"'`;|&()".contains($0) }.contains {
          FilePath.name(of: String($0)) == program
        }
      }
    }
    return isNamed || elements.contains { $0.names(program: program) }
  }
}
