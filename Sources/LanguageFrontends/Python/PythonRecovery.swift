internal import SourceModel

/// Keeps an error within the definition it is written in.
///
/// An open bracket makes the parser doubt everything to the end of the file. So each definition is parsed by
/// itself; those with errors are blanked out of the file and lowered apart.
enum PythonRecovery {
  typealias Tree = SyntaxTree<PythonKind>

  /// Largest file that is parsed again, in bytes: people write smaller ones.
  static let byteLimit = 512 << 10

  /// - Parameter tree: The file's own tree, with errors.
  /// - Returns: The tree of the file without its broken definitions, then theirs; only `tree` if that loses more.
  static func trees(_ tree: Tree, _ bytes: [UInt8], limits: SyntaxLimits) -> [Tree] {
    guard bytes.count <= byteLimit else { return [tree] }
    let units = PythonUnits(bytes).ranges
    guard (2...PythonUnits.limit).contains(units.count) else { return [tree] }
    var sound = bytes
    var broken: [Tree] = []
    for unit in units {
      guard
        let part = Tree(
          Array(bytes[unit]), vocabulary: tree.vocabulary, limits: limits, offset: unit.lowerBound)
      else { return [tree] }
      guard !part.errors.isEmpty else { continue }
      broken.append(part)
      for index in unit where bytes[index] != UInt8(ascii: "\n") { sound[index] = UInt8(ascii: " ") }
    }
    guard !broken.isEmpty, let rest = Tree(sound, vocabulary: tree.vocabulary, limits: limits) else {
      return [tree]
    }
    let trees = [rest] + broken
    return trees.reduce(0) { $0 + lost($1) } < lost(tree) ? trees : [tree]
  }

  /// Bytes that lie in errors.
  private static func lost(_ tree: Tree) -> Int {
    tree.errors.reduce(0) { $0 + Int($1.end - $1.start) + 1 }
  }
}
