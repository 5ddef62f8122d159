import FindingModel
import PackageModel
import Testing

struct CVSSScoreTests {
  /// From the examples of FIRST for each version.
  static let examples: [(String, String, Double, Severity?)] = [
    ("AV:N/AC:L/Au:N/C:N/I:N/A:C", "2.0", 7.8, .high),
    ("(AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C)", "2.0", 10.0, .high),
    ("CVSS:2.0/AV:L/AC:H/Au:N/C:C/I:C/A:C", "2.0", 6.2, .medium),
    ("AV:N/AC:L/Au:N/C:N/I:N/A:N", "2.0", 0, nil),
    ("CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", "3.0", 6.1, .medium),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "3.1", 9.8, .critical),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/E:U/RL:O", "3.1", 10.0, .critical),
    ("CVSS:3.1/AV:P/AC:H/PR:L/UI:R/S:U/C:N/I:N/A:N", "3.1", 0, nil),
    ("CVSS:3.1/AV:L/AC:H/PR:L/UI:R/S:U/C:L/I:N/A:N", "3.1", 2.2, .low),
    ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", "4.0", 9.3, .critical),
    ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", "4.0", 10.0, .critical),
    ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N", "4.0", 0, nil),
    ("CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", "4.0", 7.7, .high),
    ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:U/S:P/U:Amber", "4.0", 6.6, .medium),
  ]

  @Test(arguments: examples)
  func computesTheScore(_ vector: String, _ version: String, _ base: Double, _ severity: Severity?) throws {
    let score = try #require(CVSSScore(vector: vector))
    #expect(score.version == version)
    #expect(score.base == base)
    #expect(score.severity == severity)
  }

  static let broken = [
    "", "CVSS:3.1", "CVSS:3.1/", "CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/A:H",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:X", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/ZZ:H", "AV:N/AC:L/Au:N/C:N/I:N", "7.5",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N", "AV:N/AC:L/Au:N/C:N/I:N/A:CC",
  ]

  @Test(arguments: broken)
  func refusesABrokenVector(_ vector: String) {
    #expect(CVSSScore(vector: vector) == nil)
  }

  @Test func refusesAVectorBeyondTheLimit() {
    let vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    let padded = vector + "/" + String(repeating: "A", count: CVSSScore.lengthLimit)
    #expect(vector.utf8.count <= CVSSScore.lengthLimit)
    #expect(CVSSScore(vector: padded) == nil)
  }
}
