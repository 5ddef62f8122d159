/// The base score of versions 3.0 and 3.1: https://www.first.org/cvss/v3-1/specification-document, section 7.1.
enum CVSS3 {
  static let metrics: KeyValuePairs = [
    "AV": "N A L P", "AC": "L H", "PR": "N L H", "UI": "N R", "S": "U C",
    "C": "N L H", "I": "N L H", "A": "N L H",
    "E": "X U P F H", "RL": "X O T W U", "RC": "X U R C", "CR": "X L M H", "IR": "X L M H", "AR": "X L M H",
    "MAV": "X N A L P", "MAC": "X L H", "MPR": "X N L H", "MUI": "X N R", "MS": "X U C",
    "MC": "X N L H", "MI": "X N L H", "MA": "X N L H",
  ]
  static let mandatory = 8

  static func base(_ metrics: CVSSMetrics) -> Double {
    let isChanged = metrics["S"] == "C"
    let impacts = ["C", "I", "A"].map { metrics.weight($0, ["N": 0, "L": 0.22, "H": 0.56]) }
    guard impacts.contains(where: { $0 > 0 }) else { return 0 }
    let subscore = 1 - impacts.reduce(1) { $0 * (1 - $1) }
    let impact =
      isChanged ? 7.52 * (subscore - 0.029) - 3.25 * fifteenthPower(subscore - 0.02) : 6.42 * subscore
    let exploitability =
      8.22 * metrics.weight("AV", ["N": 0.85, "A": 0.62, "L": 0.55, "P": 0.2])
      * metrics.weight("AC", ["L": 0.77, "H": 0.44])
      * metrics.weight("PR", ["N": 0.85, "L": isChanged ? 0.68 : 0.62, "H": isChanged ? 0.5 : 0.27])
      * metrics.weight("UI", ["N": 0.85, "R": 0.62])
    return roundedUp(min((impact + exploitability) * (isChanged ? 1.08 : 1), 10))
  }

  private static func fifteenthPower(_ base: Double) -> Double {
    (0..<15).reduce(1) { product, _ in product * base }
  }

  /// To one decimal, as appendix A of 3.1 rounds: what doubles get wrong behind the fifth decimal does not count.
  private static func roundedUp(_ score: Double) -> Double {
    let parts = Int(score * 100_000 + 0.5)
    return Double((parts + 9_999) / 10_000) / 10
  }
}
