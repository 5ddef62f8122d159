/// The score of version 4.0: https://www.first.org/cvss/v4-0/specification-document, section 8.
///
/// A vector belongs to a macro vector, whose score was given by experts. From it goes the mean of what the vector is
/// below the highest one of its macro vector, in proportion to the distance to the next macro vector.
struct CVSS4 {
  static let metrics: KeyValuePairs = [
    "AV": "N A L P", "AC": "L H", "AT": "N P", "PR": "N L H", "UI": "N P A",
    "VC": "H L N", "VI": "H L N", "VA": "H L N", "SC": "H L N", "SI": "H L N", "SA": "H L N",
    "E": "X A P U", "CR": "X H M L", "IR": "X H M L", "AR": "X H M L",
    "MAV": "X N A L P", "MAC": "X L H", "MAT": "X N P", "MPR": "X N L H", "MUI": "X N P A",
    "MVC": "X H L N", "MVI": "X H L N", "MVA": "X H L N", "MSC": "X H L N", "MSI": "X S H L N",
    "MSA": "X S H L N",
    "S": "X N P", "AU": "X N Y", "R": "X A U I", "V": "X D C", "RE": "X L M H",
    "U": "X Clear Green Amber Red",
  ]
  static let mandatory = 11

  /// The values of a metric from the most to the least severe; a level is the place in it.
  private static let levels: KeyValuePairs = [
    "AV": "NALP", "PR": "NLH", "UI": "NPA", "AC": "LH", "AT": "NP", "VC": "HLN", "VI": "HLN", "VA": "HLN",
    "SC": "SHLN", "SI": "SHLN", "SA": "SHLN", "E": "APU", "CR": "HML", "IR": "HML", "AR": "HML",
  ]

  private let level: [String: Int]

  init(_ metrics: CVSSMetrics) {
    var level: [String: Int] = [:]
    for (metric, values) in Self.levels {
      let value = Self.effective(metric, metrics)
      level[metric] = values.firstIndex { String($0) == value }.map {
        values.distance(from: values.startIndex, to: $0)
      }
    }
    self.level = level
  }

  /// The environment's value where there is one; the worst where nobody said.
  private static func effective(_ metric: String, _ metrics: CVSSMetrics) -> String {
    for name in ["M" + metric, metric] {
      if let value = metrics[name], value != "X" { return String(value) }
    }
    return metric == "E" ? "A" : "H"
  }

  private func at(_ metric: String) -> Int { level[metric] ?? 0 }

  private func isWorst(_ metric: String) -> Bool { at(metric) == 0 }

  var score: Double {
    let impacts =
      ["VC", "VI", "VA"].allSatisfy { at($0) == 2 } && ["SC", "SI", "SA"].allSatisfy { at($0) == 3 }
    if impacts { return 0 }
    let macro = macroVector
    guard let value = Self.tenths(macro) else { return 0 }
    // In fractions of a tenth by which every depth and every count of steps can be divided.
    var loss = 0
    var steps = 0
    for step in self.steps(from: macro) {
      guard let lower = step.lower.compactMap(Self.tenths).max() else { continue }
      loss += (value - lower) * step.distance * (Self.unit / step.depth)
      steps += 1
    }
    let exact = value * Self.unit - (steps == 0 ? 0 : loss / steps)
    let tenths = (max(0, min(100 * Self.unit, exact)) + Self.unit / 2) / Self.unit
    return Double(tenths) / 10
  }

  /// Common multiple of all depths and of every number of steps.
  private static let unit = 840 * 60
}

extension CVSS4 {
  /// A level in each equivalence class; the third and the sixth are one, because they depend on each other.
  fileprivate struct MacroVector {
    var attack: Int
    var complexity: Int
    /// Third and sixth class.
    var vulnerable: (Int, Int)
    var subsequent: Int
    var threat: Int
  }

  fileprivate var macroVector: MacroVector {
    let attack = ["AV", "PR", "UI"].count(where: isWorst)
    let highs = ["VC", "VI", "VA"].count(where: isWorst)
    let isBothHigh = isWorst("VC") && isWorst("VI")
    let needs = [("CR", "VC"), ("IR", "VI"), ("AR", "VA")].contains { isWorst($0.0) && isWorst($0.1) }
    let subsequent =
      isWorst("SI") || isWorst("SA") ? 0 : ["SC", "SI", "SA"].contains { at($0) == 1 } ? 1 : 2
    return MacroVector(
      attack: attack == 3 ? 0 : attack == 0 || at("AV") == 3 ? 2 : 1,
      complexity: isWorst("AC") && isWorst("AT") ? 0 : 1,
      vulnerable: (isBothHigh ? 0 : highs > 0 ? 1 : 2, needs ? 0 : 1),
      subsequent: subsequent, threat: at("E"))
  }

  /// - Returns: `nil` where there is no such macro vector.
  fileprivate static func tenths(_ macro: MacroVector) -> Int? {
    let pairs = [[0, 1], [2, 3], [nil, 4]]
    guard macro.attack < 3, macro.complexity < 2, macro.vulnerable.0 < 3, macro.vulnerable.1 < 2,
      macro.subsequent < 3, macro.threat < 3, let pair = pairs[macro.vulnerable.0][macro.vulnerable.1]
    else { return nil }
    let row = (macro.attack * 2 + macro.complexity) * 5 + pair
    return Int(CVSS4Scores.tenths[row * 9 + macro.subsequent * 3 + macro.threat])
  }

  /// One way down from a macro vector.
  fileprivate struct Step {
    /// The next macro vectors in this direction, of which the highest counts.
    let lower: [MacroVector]
    /// How many levels the vector is below the highest of its macro vector.
    let distance: Int
    /// How many there are in all.
    let depth: Int
  }

  fileprivate func steps(from macro: MacroVector) -> [Step] {
    func lowered(_ change: (inout MacroVector) -> Void) -> MacroVector {
      var lower = macro
      change(&lower)
      return lower
    }
    let (third, sixth) = macro.vulnerable
    let highest = Self.highestVulnerable[third * 2 + sixth]
    let below = [
      lowered { $0.vulnerable = (third + 1, sixth) }, lowered { $0.vulnerable = (third, sixth + 1) },
    ]
    return [
      Step(
        lower: [lowered { $0.attack += 1 }],
        distance: distance(Self.highestAttack[macro.attack], of: ["AV", "PR", "UI"]),
        depth: [1, 4, 5][macro.attack]),
      Step(
        lower: [lowered { $0.complexity += 1 }],
        distance: distance(Self.highestComplexity[macro.complexity], of: ["AC", "AT"]),
        depth: [1, 2][macro.complexity]),
      Step(
        lower: below, distance: distance(highest.levels, of: ["VC", "VI", "VA", "CR", "IR", "AR"]),
        depth: highest.depth),
      Step(
        lower: [lowered { $0.subsequent += 1 }],
        distance: distance([Self.highestSubsequent[macro.subsequent]], of: ["SC", "SI", "SA"]),
        depth: [6, 5, 4][macro.subsequent]),
      // All vectors of a level of threat are alike.
      Step(lower: [lowered { $0.threat += 1 }], distance: 0, depth: 1),
    ]
  }

  /// How far the vector is below the first of the highest vectors that is above it in every metric.
  private func distance(_ highest: [[Int]], of metrics: [String]) -> Int {
    for levels in highest {
      let differences = zip(metrics, levels).map { at($0) - $1 }
      if differences.allSatisfy({ $0 >= 0 }) { return differences.reduce(0, +) }
    }
    return 0
  }
}

/// The highest vectors of the levels of each class, as levels of its metrics: table 24 of the specification.
extension CVSS4 {
  private static let highestAttack = [
    [[0, 0, 0]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[3, 0, 0], [1, 1, 1]],
  ]
  private static let highestComplexity = [[[0, 0]], [[1, 0], [0, 1]]]
  private static let highestSubsequent = [[1, 0, 0], [1, 1, 1], [2, 2, 2]]
  /// For every pair of the third and the sixth class; the last but one does not exist.
  private static let highestVulnerable: [(levels: [[Int]], depth: Int)] = [
    ([[0, 0, 0, 0, 0, 0]], 7),
    ([[0, 0, 1, 1, 1, 0], [0, 0, 0, 1, 1, 1]], 6),
    ([[1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0]], 8),
    (
      [
        [1, 0, 1, 0, 1, 0], [1, 0, 0, 0, 1, 1], [0, 1, 0, 1, 0, 1], [0, 1, 1, 1, 0, 0], [1, 1, 0, 0, 0, 1],
      ], 8
    ),
    ([], 1),
    ([[1, 1, 1, 0, 0, 0]], 10),
  ]
}
