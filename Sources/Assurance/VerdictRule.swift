package import FindingModel

/// Decides between fixing a function, accepting it and protecting it while it runs.
package enum VerdictRule {
  /// - Parameters:
  ///   - findings: The function's active findings.
  ///   - data: What sensitive data its role reaches, `tables and secrets`; `nil` for none.
  package static func verdict(
    findings: [Finding], exposure: Exposure, data: String?
  ) -> (verdict: FunctionVerdict, reason: String) {
    let unfixable = exposure >= .otherAccount ? findings.filter(\.isReachedFlawWithoutFix) : []
    let urgent = findings.filter { $0.severity >= .high && !unfixable.contains($0) }
    if let worst = urgent.max(by: { $0.severity < $1.severity }) {
      let others = urgent.count - 1
      let more = others == 0 ? "" : " and \(others) more of high or critical severity"
      return (.fix, "\(worst.title) (\(worst.severity.name))\(more).")
    }
    if let package = worstPackage(of: unfixable) {
      return (
        .protect,
        "'\(package.name)' has a known flaw, no version without it is known, and \(people(exposure)) reach the code "
          + "that uses it."
      )
    }
    if exposure >= .otherAccount, let data {
      return (
        .protect, "Nothing urgent to fix, but \(people(exposure)) reach it and its role reaches \(data)."
      )
    }
    if findings.isEmpty { return (.accept, "No findings.") }
    return (.accept, "No finding of high or critical severity.")
  }

  /// Of the gravest finding; of equal ones the first by name.
  private static func worstPackage(of findings: [Finding]) -> PackageEvidence? {
    findings.compactMap { finding in finding.package.map { (finding.severity, $0) } }
      .min { ($1.0, $0.1.name) < ($0.0, $1.1.name) }?.1
  }

  private static func people(_ exposure: Exposure) -> String {
    switch exposure {
    case .internet: "strangers"
    case .authenticated: "users"
    case .otherAccount: "other accounts"
    case .account, .nobody: "identities of the account"
    }
  }
}

extension Finding {
  /// A flaw of a package that the function's code gets to and that no upgrade repairs.
  ///
  /// Malicious packages are none: they are to be removed.
  fileprivate var isReachedFlawWithoutFix: Bool {
    guard let package, package.fixedVersion == nil, severity >= .medium else { return false }
    return weaknesses.contains(Self.vulnerableComponent) && !package.flaws.isEmpty
      && ["imported", "needed"].contains(package.reach)
  }

  /// CWE-1395: dependency on a vulnerable third-party component.
  private static let vulnerableComponent = 1395
}
