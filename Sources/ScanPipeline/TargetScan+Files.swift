internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import RuleModel
internal import SecretFiles

// What stands in the files themselves, whoever carries them.
extension TargetScan {
  /// Secrets in the files themselves, and on request in what they once held.
  func judgeFiles(
    of target: ProjectLoading.Target, _ loaded: ProjectLoading.LoadedTarget, into outcome: inout Outcome
  ) throws(ScanError) {
    guard judgesFiles else { return }
    let files = TreeFiles(root: target.root, threads: options.threads, today: options.asOf)
    // What lies in archives was searched when they were opened.
    let own = files.search(
      (loaded.paths + loaded.sources + loaded.others).filter { !$0.contains("!/") }, besides: loaded.searched)
    let ignored = files.search(loaded.privates)
    var material = TreeJudge.Material(
      secrets: own.secrets, ignored: ignored.secrets, bundled: loaded.bundled.flatMap(\.secrets.secrets),
      keys: own.keys + ignored.keys + loaded.bundled.flatMap(\.secrets.keys))
    outcome.notChecked += own.notChecked + ignored.notChecked
    if let request = options.history {
      let search = HistorySearch(
        root: target.root, request: request, excluded: IgnoreRules(excludedPatterns(below: target.root)),
        threads: options.threads, today: options.asOf)
      let known = Set((own.secrets + ignored.secrets + material.bundled).map(\.secret))
      do {
        let history = try search.search(besides: known)
        material.past = history.past
        outcome.notChecked += history.notChecked
      } catch {
        throw .history(target.root, reason: "\(error)")
      }
    }
    let judge = TreeJudge(
      rules: rules, profile: options.profile, known: outcome.judgements.flatMap(\.findings),
      functions: outcome.judgements.flatMap(\.functions),
      templates: Set(loaded.applications.compactMap { $0.first?.path }))
    let verdict = judge.verdict(on: material)
    outcome.treeFindings = verdict.findings
    guard !verdict.copies.isEmpty else { return }
    for index in outcome.judgements.indices {
      outcome.judgements[index].findings = outcome.judgements[index].findings.map { finding in
        verdict.copies[finding].map(finding.standingToo) ?? finding
      }
    }
  }

  /// What the configuration and the folder's own list leave out; what git ignores was never committed.
  private func excludedPatterns(below root: String) -> String {
    // A list that cannot be read leaves nothing out; more is searched, never less.
    let own = (try? FileAccess.read(root + "/.parapetignore", limit: 1 << 20)) ?? []
    return options.excluded.joined(separator: "\n") + "\n" + String(decoding: own, as: UTF8.self)
  }
}
