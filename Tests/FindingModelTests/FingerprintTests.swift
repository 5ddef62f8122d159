import FindingModel
import Testing

@Suite struct FingerprintTests {
  static func finding(
    rule: String = "sas4-admin", path: String = "template.yaml", line: Int = 3,
    subject: Subject = .role(name: "R"),
    discriminator: String = "s3:*", message: String = "m"
  ) -> Finding {
    Finding(
      rule: rule, risk: .overPrivilegedRoles, weaknesses: [250], severity: .high, confidence: .high,
      title: "t",
      message: message, remediation: "r", subject: subject, application: path, functions: [],
      location: SourceLocation(path: path, line: line, column: 1), references: [],
      discriminator: discriminator)
  }

  @Test func staysWhenLinesShiftAndWordsChange() {
    #expect(Self.finding().fingerprint == Self.finding(line: 400).fingerprint)
    #expect(Self.finding().fingerprint == Self.finding(message: "said better").fingerprint)
  }

  @Test(arguments: [
    Self.finding(rule: "sas4-admin2"), Self.finding(path: "other.yaml"),
    Self.finding(subject: .role(name: "S")),
    Self.finding(subject: .function(name: "R")), Self.finding(discriminator: "s3:Get*"),
    Self.finding(discriminator: ""),
  ])
  func differsWhereTheFlawIsAnother(other: Finding) {
    #expect(other.fingerprint != Self.finding().fingerprint)
  }

  @Test func isThirtyTwoHexadecimalDigits() {
    let text = Self.finding().fingerprint
    #expect(text.count == 32)
    #expect(text.allSatisfy { "0123456789abcdef".contains($0) })
  }
}

@Suite struct StableHashTests {
  @Test(
    arguments: [
      (["ab", "c"], ["a", "bc"]), (["a"], ["a", ""]), (["", "a"], ["a", ""]), ([], [""]),
      (["a", "b"], ["b", "a"]),
      (["a\0b"], ["a", "b"]), (["a\0"], ["a", ""]),
    ] as [([String], [String])])
  func separatesFields(left: [String], right: [String]) {
    #expect(StableHash.hexadecimal(of: left) != StableHash.hexadecimal(of: right))
  }

  @Test func tellsManyShortTextsApart() {
    let texts = (0..<50_000).map { String($0, radix: 36) }
    let hashes = Set(texts.map { StableHash.hexadecimal(of: [$0]) })
    #expect(hashes.count == texts.count)
    // Each half alone as well: the second is no copy of the first.
    #expect(Set(hashes.map { $0.suffix(16) }).count == texts.count)
    #expect(hashes.allSatisfy { $0.prefix(16) != $0.suffix(16) })
  }
}
