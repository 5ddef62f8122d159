internal import FindingModel
internal import PackageModel

/// What functions carry, in the order of the report.
struct CarriedPackages {
  private(set) var carriers: [PackageCarrier] = []
  private(set) var notChecked: [NotChecked] = []
  private(set) var notices: [String] = []
  /// Whether every list of packages was read to its end.
  private(set) var isComplete = true

  /// - Throws: ``ScanError`` for a path that does not exist.
  init(_ options: ScanOptions) throws(ScanError) {
    let scan = TargetScan(options, rules: [])
    var judgements: [Judgement] = []
    for target in try ProjectLoading(options).targets() {
      let outcome = try scan.run(target)
      judgements += outcome.judgements
      notChecked += outcome.notChecked.map { $0.prefixed(target.prefix) }
      isComplete = isComplete && !outcome.hasListProblems
      for judgement in outcome.judgements {
        carriers += judgement.carriers.map { $0.prefixed(target.prefix) }
      }
    }
    carriers.sort {
      ($0.application, $0.path, $0.function ?? "") < ($1.application, $1.path, $1.function ?? "")
    }
    notChecked.sort { ($0.path, $0.reason) < ($1.path, $1.reason) }
    notices = Self.notices(judgements, options)
  }

  /// How old the advisories are that packages were looked up in, and what was left out by a statement.
  static func notices(_ judgements: [Judgement], _ options: ScanOptions) -> [String] {
    let notice =
      judgements.contains(where: \.carriesPackages) ? options.advisories?.notice(asOf: options.asOf) : nil
    return [notice].compactMap(\.self) + Exemptions.notices(judgements)
  }
}
