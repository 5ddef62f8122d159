internal import PackageModel

extension FuzzTarget {
  /// Most lines of an input that are compared with each other.
  private static let lineLimit = 12

  private static func lines(_ bytes: [UInt8]) -> [String] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: lineLimit - 1)
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// One version a line: each order has to be one.
  static func version(_ bytes: [UInt8]) -> String? {
    let texts = lines(bytes)
    for ecosystem in Ecosystem.allCases {
      let versions = texts.compactMap { Version($0, in: ecosystem) }
      if let wrong = wrongOrder(of: versions) { return "\(ecosystem.rawValue): \(wrong)" }
      if let wrong = wrongEvaluation(of: texts, versions, in: ecosystem) {
        return "\(ecosystem.rawValue): \(wrong)"
      }
    }
    return nil
  }

  private static func wrongOrder(of versions: [Version]) -> String? {
    for left in versions {
      if left != left || left < left { return "'\(left)' is not equal to itself" }
      for right in versions {
        let holding = [left < right, left == right, right < left].count { $0 }
        if holding != 1 { return "\(holding) of three orders hold between '\(left)' and '\(right)'" }
        if left == right, left.hashValue != right.hashValue {
          return "'\(left)' and '\(right)' differ in hash"
        }
      }
    }
    return nil
  }

  private static func wrongEvaluation(
    of texts: [String], _ versions: [Version], in ecosystem: Ecosystem
  ) -> String? {
    var package = AffectedPackage(PackageIdentity(ecosystem, "example"))
    let events = texts.enumerated().map { index, text -> AffectedRange.Event in
      switch index % 4 {
      case 0: .introduced(text)
      case 1: .fixed(text)
      case 2: .lastAffected(text)
      default: .limit(text)
      }
    }
    package.ranges = [AffectedRange(events)]
    for version in versions {
      let fixed = package.fixedVersions(after: version)
      if fixed.contains(where: { $0 <= version }) { return "a fix is not above '\(version)'" }
      if let upgrade = Upgrade.smallest(from: version, clearing: [package]), package.affects(upgrade) {
        return "the upgrade '\(upgrade)' is affected"
      }
    }
    return nil
  }

  /// A requirement in the first line, versions in the others.
  static func requirement(_ bytes: [UInt8]) -> String? {
    let texts = lines(bytes)
    guard let first = texts.first else { return nil }
    for ecosystem in Ecosystem.allCases {
      guard let requirement = VersionRequirement(first, in: ecosystem) else { continue }
      for text in texts.dropFirst() {
        if let version = Version(text, in: ecosystem) { _ = requirement.allows(version) }
      }
      // More than one may be asked for at once, and then nothing is allowed.
      let isAlone = !first.contains { $0.isWhitespace || ",|=".contains($0) }
      guard isAlone, let pinned = requirement.pinned, let version = Version(pinned, in: ecosystem) else {
        continue
      }
      if !requirement.allows(version) {
        return "'\(first)' of \(ecosystem.rawValue) does not allow '\(pinned)'"
      }
    }
    return nil
  }

  static func score(_ bytes: [UInt8]) -> String? {
    guard let score = CVSSScore(vector: String(decoding: bytes, as: UTF8.self)) else { return nil }
    guard (0...10).contains(score.base) else { return "the score is \(score.base)" }
    let tenths = score.base * 10
    if abs(tenths - Double(Int(tenths + 0.5))) > 1e-9 {
      return "the score \(score.base) has more than one decimal"
    }
    return (score.severity == nil) == (score.base == 0)
      ? nil : "the score \(score.base) has the wrong severity"
  }

  /// What is read is written in one way, which means the same.
  static func licence(_ bytes: [UInt8]) -> String? {
    guard let expression = LicenceExpression(String(decoding: bytes, as: UTF8.self)) else { return nil }
    let text = expression.description
    if !expression.isAllowed(by: expression.identifiers) {
      return "'\(text)' is not allowed by its own licences"
    }
    guard text.utf8.count <= LicenceExpression.lengthLimit else { return nil }
    return LicenceExpression(text) == expression ? nil : "'\(text)' is not read as what it was written from"
  }
}
