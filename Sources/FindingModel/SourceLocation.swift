/// A place in a file the user wrote: path relative to the scanned root, lines and columns from 1.
///
/// `endColumn` is the column after the last character, as in SARIF. A location may lie in any kind of
/// file: template, program, policy, lockfile.
package struct SourceLocation: Hashable, Sendable {
  package let path: String
  package let line: Int32
  package let column: Int32
  package let endLine: Int32
  package let endColumn: Int32

  package init(path: String, line: Int, column: Int, endLine: Int? = nil, endColumn: Int? = nil) {
    self.path = path
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
    self.endLine = Int32(clamping: endLine ?? line)
    self.endColumn = Int32(clamping: endColumn ?? column)
  }

  /// The first character of a file, for statements about the file as a whole.
  package static func start(of path: String) -> SourceLocation {
    SourceLocation(path: path, line: 1, column: 1)
  }
}

extension SourceLocation: Comparable {
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.path != right.path { return left.path < right.path }
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column < right.column }
    if left.endLine != right.endLine { return left.endLine < right.endLine }
    return left.endColumn < right.endColumn
  }
}

extension SourceLocation: CustomStringConvertible {
  package var description: String { "\(path):\(line):\(column)" }
}
