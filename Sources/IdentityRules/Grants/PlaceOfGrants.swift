internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine

/// All that one place of a template gives: a statement, or a policy with all of its statements.
struct PlaceOfGrants {
  let location: SourceLocation
  /// The policy of the platform that is attached here.
  let policy: ManagedReach?
  let statements: [Statement]
  /// What of it nobody needs; not empty.
  let excess: [PrivilegeComparison.Excess]

  /// The places with an excess, in the order of the file.
  static func all(of holder: WorkloadRole, _ privileges: CodePrivileges) -> [PlaceOfGrants] {
    let needed = Set(privileges.comparison.needed.map { $0.action.lowercased() })
    // Needed on another resource than the statement names: the name of the resource was not understood.
    let excess = privileges.comparison.excess.filter { item in
      item.examples.isEmpty || !item.examples.allSatisfy { needed.contains($0.lowercased()) }
    }
    let statements = Dictionary(grouping: privileges.granted, by: \.location)
    let policies = Dictionary(holder.managed.map { ($0.location, $0) }) { first, _ in first }
    return Dictionary(grouping: excess, by: \.statement.location).map { place, excess in
      PlaceOfGrants(
        location: place, policy: policies[place], statements: statements[place] ?? [], excess: excess)
    }.sorted { $0.location < $1.location }
  }

  /// Statements that a transform adds cannot be narrowed, those with a concern have a rule of their own that
  /// shows the needs as well, and a right or two to read more of the same is nothing that anybody would act on.
  var isWorthSaying: Bool {
    guard !excess.contains(where: \.statement.isImplied) || excess.allSatisfy({ !$0.unused.isEmpty })
    else { return false }
    // The platform writes the log, not the code.
    guard !excess.allSatisfy(\.isForLogging) else { return false }
    guard policy.map({ !$0.isBroad }) ?? statements.allSatisfy(\.concerns.isEmpty) else { return false }
    return excess.contains { $0.harmfulCount > 0 } || excess.allSatisfy(\.isIdle)
  }

  var unusedCount: Int { excess.reduce(0) { $0 + $1.unusedCount } }

  var noun: String { policy == nil ? statements.first?.noun ?? "the statement" : "the managed policy" }

  /// The needed actions that it gives, and those that may be needed.
  func used(of privileges: CodePrivileges) -> [String] {
    let needed = Set(privileges.comparison.needed.map(\.action)).sorted().filter { action in
      statements.contains { $0.covers(action: action) }
    }
    return needed + Set(excess.flatMap(\.open)).subtracting(needed).sorted()
  }

  func message(of holder: WorkloadRole, used: [String]) -> String {
    let unknown = excess.flatMap(\.unknown).map { "`\($0)`" }
    let count = unusedCount - unknown.count
    let place = policy.map { "the managed policy \($0.name)" } ?? noun.replacing("the ", with: "this ")
    if count == 0 {
      return
        "\(holder.title) is given \(unknown.phrase()) by \(place), and AWS knows no such action: a misspelt "
        + "or withdrawn name allows nothing."
    }
    let misspelt = unknown.isEmpty ? "" : " AWS knows no action \(unknown.phrase())."
    let rest =
      used.isEmpty
      ? "nothing of it is used by the code" : "the code uses only \(used.map { "`\($0)`" }.phrase(limit: 5))"
    return
      "\(holder.title) may do \(count) \(count == 1 ? "thing" : "things") by \(place) that no code asks for "
      + "(\(examples(of: count))); \(rest).\(misspelt)"
  }

  private func examples(of count: Int) -> String {
    let examples = excess.flatMap(\.examples).map { "`\($0)`" }
    // The examples are some of the actions, so that their number says nothing.
    return count <= Self.exampleCount
      ? examples.phrase(limit: Self.exampleCount)
      : examples.prefix(Self.exampleCount - 1).joined(separator: ", ")
        + " and \(count - Self.exampleCount + 1) more"
  }

  private static let exampleCount = 4
}

extension PrivilegeComparison.Excess {
  /// Whether it only writes the log, which the platform does with the role's rights.
  fileprivate var isForLogging: Bool {
    unknown.isEmpty && unusedCount == examples.count && examples.allSatisfy(Self.logging.contains)
  }

  private static let logging: Set<String> = [
    "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:TagResource",
  ]
}

extension Statement {
  /// What a person would call it.
  var noun: String { isImplied ? "the policy template" : "the statement" }
}
