package import ApplicationModel
package import FindingModel

extension Application {
  /// Functions the user wrote; those a framework adds for itself are not theirs to change.
  package var writtenFunctions: [Function] {
    functions.filter { !$0.isImplied }.sorted { $0.location < $1.location }
  }
}

extension [String] {
  /// `'A', 'B' and 3 more`.
  package var enumeration: String {
    let shown = prefix(count > 6 ? 5 : 6).map { "'\($0)'" }
    if count > shown.count { return shown.joined(separator: ", ") + " and \(count - shown.count) more" }
    guard let last = shown.last else { return "" }
    return shown.count == 1 ? last : shown.dropLast().joined(separator: ", ") + " and \(last)"
  }
}

extension [Function] {
  /// `'A', 'B' and 3 more`.
  package var enumeration: String { map(\.name).enumeration }

  /// A verb in the number of the list: `runs` for one, `run` for several.
  package func verb(_ singular: String, _ plural: String) -> String { count == 1 ? singular : plural }
}

extension Rule {
  /// One finding about an application for all functions that share a flaw, placed at the first of them.
  ///
  /// - Parameter functions: In the order of their places; a pass if there are none.
  package func verdict(
    onAll functions: [Function], severity: Severity? = nil, confidence: Confidence = .high,
    in context: RuleContext, message: ([Function]) -> String
  ) -> Verdict {
    guard let first = functions.first else { return .pass }
    return .fail([
      finding(
        message(functions), subject: .application(name: context.application.name),
        name: first.name, functions: functions, at: first.location, severity: severity,
        confidence: confidence,
        in: context)
    ])
  }

  /// A finding about the functions that one written value configures: settings for all functions share a place.
  package func finding(
    _ message: String, aboutEach functions: [Function], at location: SourceLocation,
    severity: Severity? = nil,
    confidence: Confidence = .high, discriminator: String, in context: RuleContext
  ) -> Finding? {
    guard let first = functions.first else { return nil }
    let subject: Subject =
      functions.count == 1 ? first.subject : .application(name: context.application.name)
    return finding(
      message, subject: subject, name: first.name, functions: functions, at: location, severity: severity,
      confidence: confidence, discriminator: discriminator, in: context)
  }
}
