internal import Documents
internal import PackageModel

/// Records of the Ruby advisory database: what is patched and what never had the flaw; all else has it.
///
/// Source: https://github.com/rubysec/ruby-advisory-db, its README.
enum RubySecReader {
  static func read(
    _ document: Node, limits: AdvisoryLimits
  ) throws(AdvisoryDefect) -> (advisory: Advisory, problems: [String]) {
    guard let gem = document["gem"]?.text, !gem.isEmpty else { throw .missing(field: "gem") }
    let names = identifiers(document)
    guard let id = names.first else { throw .missing(field: "cve, ghsa or osvdb") }
    var advisory = Advisory(id: id)
    advisory.aliases = Array(names.dropFirst())
    advisory.summary = RecordFields.summary(document["title"], document["description"])
    advisory.published = RecordFields.day(document["date"])
    advisory.modified = advisory.published
    // The newest scale that the record has; it gives scores, not vectors.
    advisory.score = ["cvss_v4", "cvss_v3", "cvss_v2"].lazy.compactMap { document[$0]?.text }
      .compactMap { Double($0) }.first { (0...10).contains($0) }
    advisory.severityWord = advisory.score.flatMap { RecordFields.severityWord(score: $0) }
    advisory.references = RecordFields.references(
      RecordFields.texts(document["url"]) + RecordFields.texts(document["related"]?["url"]))
    var affected = AffectedPackage(PackageIdentity(.rubyGems, gem))
    var problems: [String] = []
    affected.ranges = try ranges(document, limits: limits, problems: &problems)
    advisory.affected = [affected]
    return (advisory, problems)
  }

  /// Best known first: GitHub's, then CVE, then OSVDB, which has ended.
  private static func identifiers(_ document: Node) -> [String] {
    var names: [String] = []
    if let ghsa = document["ghsa"]?.text {
      names.append(ghsa.uppercased().hasPrefix("GHSA-") ? ghsa : "GHSA-" + ghsa)
    }
    if let cve = (document["cve"]?.text).flatMap({ RecordFields.cve($0) }) { names.append(cve) }
    if let osvdb = document["osvdb"]?.text { names.append("OSVDB-" + osvdb) }
    return names.filter { RecordFields.isIdentifier($0) }
  }

  private static func ranges(
    _ document: Node, limits: AdvisoryLimits, problems: inout [String]
  ) throws(AdvisoryDefect) -> [AffectedRange] {
    let order = VersionIntervals.rubyGems
    var good: [VersionInterval] = []
    for field in ["patched_versions", "unaffected_versions"] {
      let requirements = RecordFields.texts(document[field])
      try limits.check("requirements", requirements.count, \.ranges)
      for requirement in requirements {
        guard let intervals = GemRequirement.intervals(requirement, in: order) else {
          problems.append("the requirement '\(requirement.prefix(60))' in '\(field)' cannot be read")
          continue
        }
        good += intervals
      }
    }
    guard let bad = order.complement(of: good) else {
      throw .malformed(field: "patched_versions", value: "versions without an order")
    }
    return bad.map { order.range(of: $0) }
  }
}
