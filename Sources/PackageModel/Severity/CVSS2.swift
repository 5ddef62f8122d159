/// The base score of version 2: https://www.first.org/cvss/v2/guide, section 3.2.1.
enum CVSS2 {
  static let metrics: KeyValuePairs = [
    "AV": "L A N", "AC": "H M L", "Au": "M S N", "C": "N P C", "I": "N P C", "A": "N P C",
    "E": "U POC F H ND", "RL": "OF TF W U ND", "RC": "UC UR C ND",
    "CDP": "N L LM MH H ND", "TD": "N L M H ND", "CR": "L M H ND", "IR": "L M H ND", "AR": "L M H ND",
  ]
  static let mandatory = 6

  static func base(_ metrics: CVSSMetrics) -> Double {
    let impacts = ["C", "I", "A"].map { metrics.weight($0, ["N": 0, "P": 0.275, "C": 0.66]) }
    let impact = 10.41 * (1 - impacts.reduce(1) { $0 * (1 - $1) })
    let exploitability =
      20 * metrics.weight("AV", ["L": 0.395, "A": 0.646, "N": 1])
      * metrics.weight("AC", ["H": 0.35, "M": 0.61, "L": 0.71])
      * metrics.weight("Au", ["M": 0.45, "S": 0.56, "N": 0.704])
    // Without an impact nothing is left, whatever the rounding of doubles leaves.
    guard impacts.contains(where: { $0 > 0 }) else { return 0 }
    let score = (0.6 * impact + 0.4 * exploitability - 1.5) * 1.176
    return CVSSScore.rounded(max(0, score))
  }
}
