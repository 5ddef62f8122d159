internal import FindingModel
internal import PackageModel

/// A question about versions, scores or licences.
enum PackageQuestion {
  case order(Ecosystem, String, String)
  case allows(Ecosystem, requirement: String, version: String)
  case score(vector: String)
  case licence(String)

  init?(_ fields: [String]) {
    switch (fields.first, fields.count) {
    case ("order", 4):
      guard let ecosystem = Ecosystem(rawValue: fields[1]) else { return nil }
      self = .order(ecosystem, fields[2], fields[3])
    case ("allows", 4):
      guard let ecosystem = Ecosystem(rawValue: fields[1]) else { return nil }
      self = .allows(ecosystem, requirement: fields[2], version: fields[3])
    case ("score", 2): self = .score(vector: fields[1])
    case ("licence", 2): self = .licence(fields[1])
    default: return nil
    }
  }

  /// `invalid` where a text is not what its ecosystem reads.
  var answer: String {
    switch self {
    case .order(let ecosystem, let left, let right):
      guard let left = Version(left, in: ecosystem), let right = Version(right, in: ecosystem) else {
        return "invalid"
      }
      return left == right ? "=" : left < right ? "<" : ">"
    case .allows(let ecosystem, let requirement, let version):
      guard let requirement = VersionRequirement(requirement, in: ecosystem),
        let version = Version(version, in: ecosystem)
      else { return "invalid" }
      return requirement.allows(version) ? "yes" : "no"
    case .score(let vector):
      guard let score = CVSSScore(vector: vector) else { return "invalid" }
      return "\(score.version) \(score.base) \(score.severity?.name ?? "none")"
    case .licence(let text):
      return LicenceExpression(text)?.description ?? "invalid"
    }
  }
}
