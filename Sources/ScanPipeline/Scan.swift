package import FindingModel
internal import RuleCatalog
internal import RuleModel

/// discover → load → judge → collect: the main job, in parallel over files and applications.
package struct Scan: Sendable {
  /// Called from any thread with the number of files done and of files in all.
  package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  private let options: ScanOptions

  package init(_ options: ScanOptions) {
    self.options = options
  }

  /// - Throws: ``ScanError`` for a path that does not exist; everything else is part of the report.
  package func run(progress: Progress? = nil) throws(ScanError) -> ScanReport {
    let rules = RuleCatalog.rules(in: options.profile).filter {
      !options.disabledRules.contains($0.metadata.id)
    }
    let scan = TargetScan(options, rules: rules)
    var report = ReportAssembler(options, activeRules: Set(rules.map { $0.metadata.id }))
    for target in try ProjectLoading(options).targets() {
      report.add(try scan.run(target, progress: progress), prefix: target.prefix)
    }
    return report.report()
  }
}
