internal import ApplicationModel
internal import FindingModel

/// Brings the findings of several scenarios together: the same flaw once, with the assumption it needs.
struct ScenarioMerger {
  private let scenarios: [Scenario]
  private var order: [String] = []
  private var byKey: [String: (finding: Finding, scenarios: Set<Int>)] = [:]

  init(scenarios: [Scenario]) {
    self.scenarios = scenarios
  }

  mutating func add(_ findings: [Finding], scenario: Int) {
    for finding in findings {
      let key = finding.fingerprint
      guard let known = byKey[key] else {
        order.append(key)
        byKey[key] = (finding, [scenario])
        continue
      }
      // The worst wording wins; two scenarios may differ in severity.
      let worse = finding.severity > known.finding.severity ? finding : known.finding
      byKey[key] = (worse, known.scenarios.union([scenario]))
    }
  }

  var findings: [Finding] {
    order.compactMap { byKey[$0] }.map { finding, present in
      var finding = finding
      finding.condition = condition(for: present)
      return finding
    }
  }

  /// The shortest assumption that tells the scenarios with a finding from those without; `nil` for all.
  private func condition(for present: Set<Int>) -> String? {
    if present.count == scenarios.count { return nil }
    for variable in variables {
      let values = Set(present.compactMap { assumption(variable, in: $0) })
      let covered = scenarios.indices.filter { assumption(variable, in: $0).map(values.contains) ?? false }
      if Set(covered) == present {
        return values.map(\.description).sorted().joined(separator: " or ")
      }
    }
    guard let first = present.min() else { return nil }
    return scenarios[first].assumptions.map(\.description).joined(separator: " and ")
  }

  private var variables: [String] { scenarios.first?.assumptions.map(\.variable) ?? [] }

  private func assumption(_ variable: String, in index: Int) -> Scenario.Assumption? {
    scenarios[index].assumptions.first { $0.variable == variable }
  }
}
