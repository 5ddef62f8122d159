internal import Documents
internal import PackageModel

/// Records in the form of the OSV schema, JSON or YAML.
///
/// Source: https://ossf.github.io/osv-schema/
enum OSVReader {
  /// - Returns: The record; without packages where it has none of an ecosystem that Parapet knows.
  static func read(
    _ document: Node, limits: AdvisoryLimits
  ) throws(AdvisoryDefect) -> (advisory: Advisory, foreign: [String]) {
    guard let id = document["id"]?.text else { throw .missing(field: "id") }
    guard RecordFields.isIdentifier(id) else { throw .malformed(field: "id", value: String(id.prefix(60))) }
    var advisory = Advisory(id: id)
    // `upstream` is the same flaw in what was packaged; `related` is another one.
    let aliases = RecordFields.texts(document["aliases"]) + RecordFields.texts(document["upstream"])
    try limits.check("aliases", aliases.count, \.aliases)
    advisory.aliases = aliases.filter { $0 != id && RecordFields.isIdentifier($0) }
    advisory.summary = RecordFields.summary(document["summary"], document["details"])
    advisory.published = RecordFields.day(document["published"])
    advisory.modified = RecordFields.day(document["modified"])
    advisory.withdrawn = RecordFields.day(document["withdrawn"])
    advisory.vectors = vectors(document["severity"])
    let specific = document["database_specific"]
    advisory.severityWord = (specific?["severity"]?.text).flatMap { RecordFields.severityWord($0) }
    advisory.weaknesses = RecordFields.weaknesses(specific?["cwe_ids"])
    advisory.references = RecordFields.references(
      (document["references"]?.elements ?? []).lazy.compactMap { $0["url"]?.text })
    let entries = document["affected"]?.elements ?? []
    try limits.check("affected packages", entries.count, \.packages)
    let affected = try OSVAffected.read(entries, limits: limits)
    advisory.affected = affected.packages
    if advisory.vectors.isEmpty { advisory.vectors = vectors(entries.first?["severity"]) }
    return (advisory, affected.foreign)
  }

  /// Vectors as written, of CVSS; other scales have none.
  private static func vectors(_ node: Node?) -> [String] {
    (node?.elements ?? []).prefix(AdvisoryLimits.ratings).compactMap { entry in
      guard let score = entry["score"]?.text, score.utf8.count <= AdvisoryLimits.text,
        entry["type"]?.text?.hasPrefix("CVSS") == true, score.contains("/")
      else { return nil }
      return score
    }
  }
}
