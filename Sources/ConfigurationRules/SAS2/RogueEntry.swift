internal import ApplicationModel
internal import FindingModel
internal import PolicyEngine
internal import RuleModel

extension Rule {
  /// What the five `sas2-rogue-entry` rules have in common: outsiders may feed an entry of the application.
  ///
  /// Entries that carry data between two functions of the application are left to `sas9-writable-midpoint`.
  func rogueEntries(of kind: Entry.Kind, onlyWithReaders: Bool = false, in context: RuleContext) -> [Verdict]
  {
    context.application.entries(of: kind).map { entry in
      let open = OpenEntry(entry, in: context)
      if onlyWithReaders, open.readers.isEmpty { return .notApplicable }
      guard let widest = open.ways.first else {
        guard let unread = open.unread else { return .pass }
        return .undetermined(
          reason: "a policy of '\(entry.resource.name)' is \(unread.expression)", at: unread.location)
      }
      if open.isMidpoint { return .notApplicable }
      return .fail([finding(about: open, widest: widest.outsider, at: widest.opening.location, in: context)])
    }
  }

  private func finding(
    about open: OpenEntry, widest: Outsider, at location: SourceLocation, in context: RuleContext
  ) -> Finding {
    let readers = open.readers.map(\.function)
    let severity: Severity =
      switch widest {
      case .anyone: readers.isEmpty ? .high : .critical
      case .anyCustomer, .account: .medium
      }
    let others = open.ways.dropFirst().map(\.outsider.title)
    let also = others.isEmpty ? "" : " So can: \(Array(others).inSentence())."
    let reading =
      open.entry.reading.flatMap { reading in
        open.ways.first?.opening.statement.covers(action: reading.action) == true
          ? " They can \(reading.deed) as well." : nil
      } ?? ""
    let effect =
      readers.isEmpty
      ? "Whatever reads it takes forged data for genuine."
      : "Forged events run \(readers.map(\.name).quotedInSentence()) with input the sender chose."
    return self.finding(
      "\(widest.title) can \(open.entry.deed) '\(open.entry.resource.name)'. \(effect)\(reading)\(also)",
      subject: open.entry.resource.subject, name: open.entry.resource.name, functions: readers, at: location,
      severity: severity, trace: open.trace, in: context)
  }
}
