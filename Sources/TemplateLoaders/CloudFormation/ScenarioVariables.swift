internal import ApplicationModel

/// What a condition leaves open: a parameter or pseudo parameter compared with constants, or a whole comparison.
struct ScenarioVariable {
  /// How it is told from others, and its name in a report.
  let name: String
  /// `nil` for a comparison, which is true or false.
  let isComparison: Bool
  /// `AllowedValues` of a parameter.
  let allowed: [String]?
  /// The constants it is compared with, in order of appearance.
  private(set) var constants: [String] = []
  private var known: Set<String> = []

  init(name: String, isComparison: Bool, allowed: [String]?) {
    self.name = name
    self.isComparison = isComparison
    self.allowed = allowed
  }

  /// - Returns: Whether the constant was not known before.
  mutating func add(_ constant: String) -> Bool {
    guard known.insert(constant).inserted else { return false }
    constants.append(constant)
    return true
  }

  /// The values to assume; `nil` stands for anything else than the constants.
  var domain: [String?] {
    if isComparison { return ["true", "false"] }
    guard let allowed else { return constants.map(Optional.some) + [nil] }
    let rest = allowed.filter { !known.contains($0) }
    switch rest.count {
    case 0: return constants
    // "Anything else" is then one value, and a known one is worth more.
    case 1: return constants + rest
    default: return constants.map(Optional.some) + [nil]
    }
  }
}

/// The variables met so far, in order of appearance.
struct ScenarioVariables {
  private(set) var all: [ScenarioVariable] = []
  private var positions: [String: Int] = [:]

  /// One use of a variable by a condition.
  struct Use: Hashable {
    let name: String
    /// `nil` if the variable is a comparison.
    let constant: String?
    let allowed: [String]?
  }

  /// - Returns: Whether this is news, so that the scenarios have to be made again.
  mutating func record(_ use: Use) -> Bool {
    guard let position = positions[use.name] else {
      positions[use.name] = all.count
      var variable = ScenarioVariable(
        name: use.name, isComparison: use.constant == nil, allowed: use.allowed)
      if let constant = use.constant { _ = variable.add(constant) }
      all.append(variable)
      return true
    }
    guard let constant = use.constant else { return false }
    return all[position].add(constant)
  }

  var domains: [[String?]] { all.map(\.domain) }

  /// - Parameter choice: One position in each of `domains`.
  func scenario(_ choice: [Int], of domains: [[String?]]) -> Scenario {
    Scenario(
      all.indices.map { position in
        let variable = all[position]
        return Scenario.Assumption(
          variable: variable.name, value: domains[position][choice[position]],
          others: variable.isComparison ? ["true", "false"] : variable.constants)
      })
  }
}
