internal import ApplicationModel
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
package import RuleModel

/// Packages under licences that the organisation's policy does not let in.
package struct DisallowedLicence: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-licence", risk: .vulnerableDependencies, title: "Licence that the policy does not allow",
    severity: .medium, weaknesses: [1357],
    rationale: """
      Licences are conditions for using what others wrote. An organisation that has decided which it can keep wants to \
      hear of the others before a release, not from a lawyer's letter.
      """,
    blindSpots: """
      The rule is off until `.parapet.yaml` sets `allowed-licences` or `denied-licences`. It believes what packages \
      declare, in lockfiles that say it and in bundles; a package that declares nothing is not reported. Texts that are \
      no SPDX expression are compared as they stand.
      """,
    remediation: Remediation(
      """
      Replace the package, buy another licence, or add the licence to the policy.
      """,
      snippets: [
        .packageList: """
        # .parapet.yaml
        allowed-licences: [MIT, ISC, BSD-2-Clause, BSD-3-Clause, Apache-2.0, 0BSD]
        # or only what must not come in
        denied-licences: [AGPL-3.0-only, AGPL-3.0-or-later, SSPL-1.0]
        """
      ]),
    references: [
      "https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/", "https://spdx.org/licenses/",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let policy = LicencePolicy(context.settings)
    guard !policy.isEmpty else { return [.notApplicable] }
    return context.carriedPackages.map { carried in
      let licences = carried.package.entry.licences
      guard !licences.isEmpty else { return .notApplicable }
      // Several declarations count as all applying; a choice is one expression with `OR`.
      let refused = licences.filter { !policy.permits($0) }
      guard !refused.isEmpty else { return .pass }
      return .fail([
        finding(
          "\(carried.subjectPhrase) is under \(refused.enumeration), which the policy of this project "
            + "\(policy.refusal).",
          about: carried, advice: Self.metadata.remediation.advice,
          discriminator: carried.package.entry.identity.name, in: context)
      ])
    }
  }
}

/// What the user lets in: everything of a list, or everything but a list.
private struct LicencePolicy {
  let allowed: Set<String>
  let denied: Set<String>

  init(_ settings: RuleSettings) {
    allowed = Set(settings.allowedLicences.map { $0.lowercased() })
    denied = Set(settings.deniedLicences.map { $0.lowercased() })
  }

  var isEmpty: Bool { allowed.isEmpty && denied.isEmpty }
  var refusal: String { allowed.isEmpty ? "denies" : "does not allow" }

  func permits(_ text: String) -> Bool {
    guard let expression = LicenceExpression(text) else {
      let word = text.lowercased()
      return !denied.contains(word) && (allowed.isEmpty || allowed.contains(word))
    }
    return expression.isPossible(without: denied) && (allowed.isEmpty || expression.isAllowed(by: allowed))
  }
}
