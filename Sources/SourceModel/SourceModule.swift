package import FindingModel

/// One file of a program, in a form that is the same for every language.
///
/// Nodes live in arrays and name each other by index: a file of a hundred thousand nodes is a handful of
/// allocations, and a whole module can be handed to another thread. Text is kept once, in ``text``.
package struct SourceModule: Sendable {
  /// Relative to the scanned root.
  package let path: String
  package let language: SourceLanguage
  /// The bytes that ranges point into.
  package let text: [UInt8]
  package let lines: LineIndex
  package internal(set) var expressions: [Expression] = []
  package internal(set) var expressionRanges: [SourceRange] = []
  package internal(set) var statements: [Statement] = []
  package internal(set) var statementRanges: [SourceRange] = []
  package internal(set) var functions: [FunctionDefinition] = []
  package internal(set) var classes: [ClassDefinition] = []
  /// What runs when the module is loaded.
  package internal(set) var body: [StatementID] = []
  /// What could not be read: syntax errors, constructs that are not understood, cut depth.
  ///
  /// In source order.
  package internal(set) var gaps: [SourceGap] = []

  init(path: String, language: SourceLanguage, text: [UInt8]) {
    self.path = path
    self.language = language
    self.text = text
    self.lines = LineIndex(text)
  }

  package subscript(id: ExpressionID) -> Expression { expressions[Int(id.index)] }
  package subscript(id: StatementID) -> Statement { statements[Int(id.index)] }
  package subscript(id: FunctionID) -> FunctionDefinition { functions[Int(id.index)] }
  package subscript(id: ClassID) -> ClassDefinition { classes[Int(id.index)] }

  package func range(of id: ExpressionID) -> SourceRange { expressionRanges[Int(id.index)] }
  package func range(of id: StatementID) -> SourceRange { statementRanges[Int(id.index)] }

  package func location(of id: ExpressionID) -> SourceLocation { location(of: range(of: id)) }
  package func location(of id: StatementID) -> SourceLocation { location(of: range(of: id)) }

  package func location(of range: SourceRange) -> SourceLocation {
    let start = lines.position(of: Int(range.start), in: text)
    let end = lines.position(of: Int(range.end), in: text)
    return SourceLocation(
      path: path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  /// The source of a range; invalid UTF-8 is repaired.
  package func source(of range: SourceRange) -> String {
    let start = min(max(0, Int(range.start)), text.count)
    let end = min(max(start, Int(range.end)), text.count)
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}

package enum SourceLanguage: String, Hashable, Sendable, CaseIterable {
  case python
  case javaScript
  case typeScript
}

/// Offsets of the first byte and of the byte after the last.
package struct SourceRange: Hashable, Sendable {
  package let start: Int32
  package let end: Int32

  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  package init(_ start: Int, _ end: Int) {
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
  }
}

/// A part of a file that the model does not hold.
package struct SourceGap: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case syntaxError
    /// The grammar's name of the construct.
    case unsupported(String)
    /// Nesting beyond what a frontend follows.
    case tooDeep
    /// More nodes than a frontend keeps.
    case tooLarge
  }

  package let range: SourceRange
  package let reason: Reason

  package init(range: SourceRange, reason: Reason) {
    self.range = range
    self.reason = reason
  }
}

extension SourceGap.Reason {
  /// For the list of what was not analysed.
  package var sentence: String {
    switch self {
    case .syntaxError: "a syntax error; the code around it was not analysed"
    case .unsupported(let construct): "the construct `\(construct)` was not analysed"
    case .tooDeep: "nested too deeply to be analysed"
    case .tooLarge: "the file has too many nodes; the rest was not analysed"
    }
  }
}

package struct ExpressionID: Hashable, Sendable {
  package let index: Int32
}

package struct StatementID: Hashable, Sendable {
  package let index: Int32
}

package struct FunctionID: Hashable, Sendable {
  package let index: Int32
}

package struct ClassID: Hashable, Sendable {
  package let index: Int32
}
