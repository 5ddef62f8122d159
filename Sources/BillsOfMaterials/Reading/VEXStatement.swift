package import FindingModel

/// What a document says of one flaw in one package.
package struct VEXStatement: Hashable, Sendable {
  /// Names of the flaw, in upper case.
  package let ids: Set<String>
  package let status: VEXStatus
  /// The package in which the flaw is.
  package let component: ComponentName
  /// What the package is part of; empty if the statement is about the package wherever it is used.
  package let products: Set<String>
  /// Versions of the package it speaks of beyond what ``component`` says; empty for all.
  package let versions: Set<String>
  package let detail: String?
  package let author: String?
  /// `nil` where the document gives none, which is before all others.
  package let timestamp: Timestamp?
  package let location: SourceLocation

  /// A package as documents name it.
  package struct ComponentName: Hashable, Sendable {
    /// ``PackageURL/unversioned``, or the name as written.
    package let name: String
    /// `nil` for all versions.
    package let version: String?
  }
}

/// Statements of any number of documents, found by package and flaw.
package struct VEXStatements: Sendable {
  package private(set) var statements: [VEXStatement] = []
  /// What could not be read, or has no meaning here.
  package private(set) var problems: [NotChecked] = []
  /// Of each package's name: indexes into ``statements``.
  private var byComponent: [String: [Int]] = [:]

  package init() {}

  /// Adds what a document says after what others have said.
  package mutating func merge(_ other: VEXStatements) {
    other.statements.forEach { add($0) }
    problems += other.problems
  }

  func indexes(ofComponent name: String) -> [Int] { byComponent[name, default: []] }

  mutating func add(_ statement: VEXStatement) {
    byComponent[statement.component.name, default: []].append(statements.count)
    statements.append(statement)
  }

  mutating func add(problem: String, at location: SourceLocation) {
    problems.append(
      NotChecked(
        path: location.path, reason: "Line \(location.line), column \(location.column): \(problem)"))
  }

  mutating func add(problem: NotChecked) { problems.append(problem) }
}
