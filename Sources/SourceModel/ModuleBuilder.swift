/// How a frontend fills a module.
///
/// A node's operands are added before the node, so that indices always point backwards and no walk over a
/// module can run in a circle. Adding beyond ``nodeLimit`` gives the shared missing node.
package struct ModuleBuilder: Sendable {
  /// Nodes kept of one file; a bundle of megabytes has about one node per four bytes.
  package static let nodeLimit = 4_000_000

  private var module: SourceModule
  /// What stands for everything that is not there.
  package let missing: ExpressionID

  package init(path: String, language: SourceLanguage, text: [UInt8]) {
    module = SourceModule(path: path, language: language, text: text)
    module.expressions.reserveCapacity(text.count / 6)
    module.expressionRanges.reserveCapacity(text.count / 6)
    module.expressions.append(.missing)
    module.expressionRanges.append(SourceRange(0, 0))
    missing = ExpressionID(index: 0)
  }

  package var text: [UInt8] { module.text }

  package func expression(_ id: ExpressionID) -> Expression { module[id] }

  package func range(of id: ExpressionID) -> SourceRange { module.range(of: id) }

  package mutating func add(_ expression: Expression, at range: SourceRange) -> ExpressionID {
    guard module.expressions.count < Self.nodeLimit else {
      noteSize(range)
      return missing
    }
    module.expressions.append(expression)
    module.expressionRanges.append(range)
    return ExpressionID(index: Int32(module.expressions.count - 1))
  }

  package mutating func add(_ statement: Statement, at range: SourceRange) -> StatementID {
    if module.statements.count >= Self.nodeLimit {
      noteSize(range)
      return StatementID(index: Int32(module.statements.count - 1))
    }
    module.statements.append(statement)
    module.statementRanges.append(range)
    return StatementID(index: Int32(module.statements.count - 1))
  }

  package mutating func add(_ function: FunctionDefinition) -> FunctionID {
    module.functions.append(function)
    return FunctionID(index: Int32(module.functions.count - 1))
  }

  package mutating func add(_ definition: ClassDefinition) -> ClassID {
    module.classes.append(definition)
    return ClassID(index: Int32(module.classes.count - 1))
  }

  /// A gap, and the missing value that stands for it.
  package mutating func gap(_ reason: SourceGap.Reason, at range: SourceRange) -> ExpressionID {
    module.gaps.append(SourceGap(range: range, reason: reason))
    return add(.missing, at: range)
  }

  package mutating func note(_ reason: SourceGap.Reason, at range: SourceRange) {
    module.gaps.append(SourceGap(range: range, reason: reason))
  }

  private mutating func noteSize(_ range: SourceRange) {
    if module.gaps.last?.reason != .tooLarge {
      module.gaps.append(SourceGap(range: range, reason: .tooLarge))
    }
  }

  package consuming func finish(body: [StatementID]) -> SourceModule {
    module.body = body
    module.gaps.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return module
  }
}
