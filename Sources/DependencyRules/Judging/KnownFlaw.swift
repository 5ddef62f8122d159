internal import DependencyAnalysis
internal import FindingModel
internal import PackageModel

/// One advisory as a finding tells it.
struct KnownFlaw {
  let match: MatchedAdvisory
  let rating: AdvisoryRating

  init(_ match: MatchedAdvisory) {
    self.match = match
    rating = AdvisoryRating(match.advisory)
  }

  /// Names shown in a message; the rest are counted.
  private static let shown = 3

  /// Worst first.
  func precedes(_ other: KnownFlaw) -> Bool {
    let sides = [self, other].map { flaw in
      (flaw.isExploited ? 0 : 1, -flaw.rating.severity.rawValue, -(flaw.rating.score ?? 0))
    }
    return sides[0] == sides[1] ? match.advisory.id < other.match.advisory.id : sides[0] < sides[1]
  }

  var isExploited: Bool { match.exploit?.inKEV ?? false }

  /// The name that readers know: a CVE where there is one, with the advisory's own beside it.
  var name: String {
    let id = match.advisory.id
    guard !id.hasPrefix("CVE-"), let cve = match.advisory.aliases.filter({ $0.hasPrefix("CVE-") }).min()
    else {
      return id
    }
    return "\(cve) (\(id))"
  }

  private var sentence: String {
    let summary = match.advisory.summary.firstSentence
    let known =
      isExploited ? ", known to be exploited" + (match.exploit?.dateAdded.map { " since \($0)" } ?? "") : ""
    let probability = match.exploit?.epss.flatMap { probability in
      probability >= 0.1
        ? ", exploited within a month with a probability of \(Int((probability * 100).rounded())) %" : nil
    }
    return "\(name), \(rating.phrase)\(known)\(probability ?? "")\(summary.isEmpty ? "" : ": " + summary)"
  }

  /// `one known flaw: CVE-…, high, 7.5: …`.
  static func list(_ flaws: [KnownFlaw]) -> String {
    let told = flaws.prefix(shown).map(\.sentence).joined(separator: "; ")
    let rest = flaws.count - shown
    let more = rest > 0 ? "; and \(rest) more" : ""
    return (flaws.count == 1 ? "a known flaw: " : "\(flaws.count) known flaws: ") + told + more
  }

  var references: [String] {
    let id = match.advisory.id
    let own =
      id.hasPrefix("GHSA-") ? "https://github.com/advisories/\(id)" : "https://osv.dev/vulnerability/\(id)"
    return [own]
  }
}

extension String {
  /// Without the full stop; at most 160 characters.
  fileprivate var firstSentence: String {
    let line = split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    var sentence = line.firstRange(of: ". ").map { String(line[..<$0.lowerBound]) } ?? line
    // Many begin with what the package is, which its users know.
    if let end = line.firstRange(of: ". "), sentence.contains(#/^\S+ is an? /#) {
      let rest = line[end.upperBound...]
      sentence = rest.firstRange(of: ". ").map { String(rest[..<$0.lowerBound]) } ?? String(rest)
    }
    let trimmed = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return trimmed.count > 160 ? trimmed.prefix(157) + "…" : trimmed
  }
}
