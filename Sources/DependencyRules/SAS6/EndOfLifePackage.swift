internal import ApplicationModel
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
package import RuleModel

/// Packages and lines of versions that nobody looks after any more.
package struct EndOfLifePackage: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-end-of-life-package", risk: .vulnerableDependencies,
    title: "Package that is no longer maintained",
    severity: .medium, weaknesses: [1104, 1395],
    rationale: """
      Flaws that are found from now on stay: no release fixes them, and often nobody writes an advisory for a version \
      that is out of support, so that scans stay green. Moving on takes weeks, and is best begun before the flaw that \
      forces it.
      """,
    blindSpots: """
      A table of packages that are common in functions, taken from their projects' pages; what is not in it counts as \
      maintained. Paid support beyond the open one is not known. Deprecation notices in npm's lockfiles are told in \
      the strict profile, without judging the reason.
      """,
    remediation: Remediation(
      """
      Move to what the project names as its successor, or to a line of versions that gets fixes.
      """,
      snippets: [
        .packageList: """
        npm uninstall aws-sdk && npm install @aws-sdk/client-s3
        """
      ]),
    references: [
      "https://endoflife.date/", "https://docs.aws.amazon.com/sdkref/latest/guide/maint-policy.html",
      "https://cwe.mitre.org/data/definitions/1104.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let lists = Dictionary(grouping: context.carriedPackages) { $0.package.entry.location.path }
    return lists.keys.sorted().flatMap { path -> [Verdict] in
      let carried = lists[path] ?? []
      let ended = Self.ended(carried, on: context.asOf)
      let known = Set(ended.flatMap(\.packages).map(\.package.entry.identity))
      return ended.map { .fail(findings($0.line, $0.packages, in: context)) }
        + [deprecated(carried.filter { !known.contains($0.package.entry.identity) }, path, in: context)]
    }
  }

  // MARK: Ended support

  /// By line, in the order of their first package: a family of modules is one thing to move.
  private static func ended(
    _ carried: [CarriedPackage], on day: CalendarDate
  ) -> [(line: SupportCalendar.Line, packages: [CarriedPackage])] {
    var order: [String] = []
    var groups: [String: (line: SupportCalendar.Line, packages: [CarriedPackage])] = [:]
    for item in carried {
      guard let line = SupportCalendar.packages.ended(item.package.entry, on: day) else { continue }
      if groups[line.product] == nil { order.append(line.product) }
      groups[line.product, default: (line, [])].packages.append(item)
    }
    return order.compactMap { groups[$0] }
  }

  private func findings(
    _ line: SupportCalendar.Line, _ packages: [CarriedPackage], in context: RuleContext
  ) -> [Finding] {
    // What the project asks for itself is what it can change.
    guard let first = packages.first(where: { $0.package.path.count == 1 }) ?? packages.first else {
      return []
    }
    var known: Set<String> = []
    let functions = packages.flatMap(\.functions).filter { known.insert($0.id).inserted }
    let names = packages.map { item in
      "'\(item.package.entry.name)'" + (item.package.entry.version.map { " " + $0 } ?? "")
    }
    let parents = first.package.path.dropLast()
    let way = parents.isEmpty ? "" : " by way of \(Array(parents).enumeration)"
    let users =
      functions.isEmpty ? "" : ", which \(functions.enumeration) \(functions.verb("carries", "carry"))\(way),"
    let end =
      line.ended.map { "got its last fixes on \($0)" } ?? "was given up by its own maintainers"
    let isItself = names.count == 1 && first.package.entry.name == line.product
    let product = isItself ? "" : "\(names.count == 1 ? "belongs" : "belong") to \(line.product), which "
    return [
      finding(
        "\(names.prefix(5).joined(separator: ", "))\(names.count > 5 ? " and \(names.count - 5) more" : "")\(users) \(product)\(end): flaws that are found now stay.",
        about: first, advice: "Move to \(line.successor).",
        confidence: .high, references: [line.reference], discriminator: line.product, in: context)
    ]
  }

  // MARK: Deprecation notices

  private func deprecated(_ carried: [CarriedPackage], _ path: String, in context: RuleContext) -> Verdict {
    let told = carried.filter { !($0.package.entry.deprecation ?? "").isEmpty }
    guard let first = told.first else { return .pass }
    var known: Set<String> = []
    let functions = told.flatMap(\.functions).filter { known.insert($0.id).inserted }
    let users = functions.isEmpty ? "" : ", for \(functions.enumeration),"
    let count = told.count == 1 ? "A package" : "\(told.count) packages"
    let notice = first.package.entry.deprecation?.prefix(160) ?? ""
    var finding = finding(
      "\(count) of '\(path)'\(users) \(told.count == 1 ? "is" : "are") deprecated by \(told.count == 1 ? "its" : "their") "
        + "maintainers: \(told.map(\.package.entry.phrase).enumeration). Of '\(first.package.entry.name)' they say: "
        + "\(notice)", at: first.package.entry.location, of: path, functions: functions,
      advice: "Upgrade or replace what asks for them; `npm ls` and the package's name show what does.",
      severity: .low, discriminator: "deprecated", in: context)
    finding.profile = .strict
    return .fail([finding])
  }
}
