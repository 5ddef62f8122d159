internal import Documents
internal import PackageModel

/// Records of the security working group of Node.js on npm packages, and of npm's own advisories before GitHub's.
///
/// Source: https://github.com/nodejs/security-wg, `vuln/npm`.
enum NodeWorkingGroupReader {
  static func read(_ document: Node) throws(AdvisoryDefect) -> Advisory {
    guard let name = document["module_name"]?.text, !name.isEmpty, name.utf8.count <= AdvisoryLimits.text
    else {
      throw .missing(field: "module_name")
    }
    guard let number = document["id"]?.integer, number > 0 else { throw .missing(field: "id") }
    var advisory = Advisory(id: "NSWG-ECO-\(number)")
    advisory.aliases = RecordFields.texts(document["cves"]).prefix(20).compactMap { RecordFields.cve($0) }
    advisory.summary = RecordFields.summary(document["title"], document["overview"])
    if advisory.summary.isEmpty { advisory.summary = "Flaw" }
    if !advisory.summary.contains(name) { advisory.summary += " in " + name }
    advisory.published =
      RecordFields.day(document["publish_date"]) ?? RecordFields.day(document["created_at"])
    advisory.modified = RecordFields.day(document["updated_at"]) ?? advisory.published
    advisory.vectors = RecordFields.texts(document["cvss_vector"]).prefix(AdvisoryLimits.ratings).filter {
      $0.contains("/") && $0.utf8.count <= AdvisoryLimits.text
    }
    advisory.score = (document["cvss_score"]?.text).flatMap { Double($0) }.flatMap {
      (0...10).contains($0) ? $0 : nil
    }
    advisory.severityWord = advisory.score.flatMap { RecordFields.severityWord(score: $0) }
    advisory.references = RecordFields.references(RecordFields.texts(document["references"]))
    var affected = AffectedPackage(PackageIdentity(.npm, name))
    affected.ranges = try ranges(document)
    advisory.affected = [affected]
    return advisory
  }

  private static func ranges(_ document: Node) throws(AdvisoryDefect) -> [AffectedRange] {
    let order = VersionIntervals.npm
    if let vulnerable = document["vulnerable_versions"]?.text {
      return try intervals(vulnerable, field: "vulnerable_versions").map { order.range(of: $0) }
    }
    // Without the one, what is not patched has the flaw; without both, all versions have it.
    let patched = try (document["patched_versions"]?.text).map { text throws(AdvisoryDefect) in
      try intervals(text, field: "patched_versions")
    }
    guard let bad = order.complement(of: patched ?? []) else {
      throw .malformed(field: "patched_versions", value: "versions without an order")
    }
    return bad.map { order.range(of: $0) }
  }

  private static func intervals(_ text: String, field: String) throws(AdvisoryDefect) -> [VersionInterval] {
    guard text.utf8.count <= 4_096, let intervals = NPMRange.intervals(text, in: .npm) else {
      throw .malformed(field: field, value: String(text.prefix(60)))
    }
    return intervals
  }
}
