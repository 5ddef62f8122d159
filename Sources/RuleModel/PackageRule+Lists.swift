package import ApplicationModel
package import FindingModel
package import PackageModel

extension Rule {
  /// A finding about a manifest, lockfile or bundle as a whole; the advice is made for the case.
  ///
  /// - Parameters:
  ///   - functions: Those that are packaged from it.
  ///   - location: Where the first of what is wrong stands; the start of the list if not given.
  package func finding(
    _ message: String, about list: PackageList, functions: [Function], at location: SourceLocation? = nil,
    advice: String, example: String? = nil, severity: Severity? = nil, confidence: Confidence = .high,
    discriminator: String = "", in context: RuleContext
  ) -> Finding {
    finding(
      message, at: location ?? .start(of: list.path), of: list.path, functions: functions, advice: advice,
      example: example, severity: severity, confidence: confidence, discriminator: discriminator, in: context)
  }

  /// A finding about something in a file that is packaged with functions or builds them.
  package func finding(
    _ message: String, at location: SourceLocation, of path: String, functions: [Function], advice: String,
    example: String? = nil, severity: Severity? = nil, confidence: Confidence = .high,
    trace: [TraceStep] = [],
    discriminator: String, in context: RuleContext
  ) -> Finding {
    let metadata = Self.metadata
    var finding = Finding(
      rule: metadata.id, risk: metadata.risk, weaknesses: metadata.weaknesses,
      severity: severity ?? metadata.severity, confidence: confidence, title: metadata.title,
      message: message, remediation: "", subject: .file(path: path), application: context.application.path,
      functions: Set(functions.map(\.name)).sorted(), location: location, trace: trace,
      references: metadata.references, discriminator: discriminator)
    finding.advise(advice, example: example)
    return finding
  }
}

extension PackageList {
  /// `'src/package.json', which 'Orders' and 'Bills' are built from,`.
  package func subjectPhrase(for functions: [Function]) -> String {
    guard !functions.isEmpty else { return "'\(path)'" }
    return "'\(path)', which \(functions.enumeration) \(functions.verb("is", "are")) built from,"
  }
}
