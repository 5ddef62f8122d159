/// Everything one scan has to say: sorted, redacted and complete, ready for a writer.
package struct ScanReport: Sendable {
  package let toolVersion: String
  /// The day the dated tables were read for, `2026-11-20`.
  package let asOf: String
  package var functions: [FunctionSummary]
  /// Sorted by path, line, column, rule and subject; suppressed ones included.
  package var findings: [ReportedFinding]
  package var notChecked: [NotChecked]
  package var unresolved: [Unresolved]
  /// Sentences about the scan itself: stale tables, unused suppressions, bounds that were hit.
  package var notices: [String]
  package let statistics: ScanStatistics

  package init(
    toolVersion: String, asOf: String, functions: [FunctionSummary], findings: [ReportedFinding],
    notChecked: [NotChecked], unresolved: [Unresolved], notices: [String], statistics: ScanStatistics
  ) {
    self.toolVersion = toolVersion
    self.asOf = asOf
    self.functions = functions
    self.findings = findings
    self.notChecked = notChecked
    self.unresolved = unresolved
    self.notices = notices
    self.statistics = statistics
  }
}

/// A finding with what the user has decided about it.
package struct ReportedFinding: Sendable {
  package let finding: Finding
  package var suppression: Suppression?
  package var baseline: BaselineState

  package init(_ finding: Finding, suppression: Suppression? = nil, baseline: BaselineState = .new) {
    self.finding = finding
    self.suppression = suppression
    self.baseline = baseline
  }

  /// Counts towards scores and exit codes.
  package var isActive: Bool { suppression == nil }
}

/// A user's written decision not to act on a finding.
package struct Suppression: Hashable, Sendable {
  package let reason: String
  /// Last day it holds, `2027-01-31`; `nil` for no end.
  package let until: String?
  package let location: SourceLocation

  package init(reason: String, until: String?, location: SourceLocation) {
    self.reason = reason
    self.until = until
    self.location = location
  }
}

/// Whether a finding was there before.
package enum BaselineState: String, Sendable {
  case new
  case unchanged
}

/// One function's line in the report.
package struct FunctionSummary: Hashable, Sendable {
  package let name: String
  package let application: String
  /// `nil` for images and where the template leaves it open.
  package let runtime: String?
  package let handler: String?
  package let location: SourceLocation
  package let exposure: Exposure
  /// Who reaches it and how, one sentence each: `Anyone on the internet through GET /orders`.
  package let exposurePaths: [String]
  /// 0 to 100; see docs/scoring.md.
  package let riskScore: Int
  package let verdict: FunctionVerdict
  /// Why the verdict is what it is, one sentence.
  package let verdictReason: String
  /// Worst active severity of every risk that has a finding.
  package let risks: [Risk: Severity]

  package init(
    name: String, application: String, runtime: String?, handler: String?, location: SourceLocation,
    exposure: Exposure, exposurePaths: [String], riskScore: Int, verdict: FunctionVerdict,
    verdictReason: String, risks: [Risk: Severity]
  ) {
    self.name = name
    self.application = application
    self.runtime = runtime
    self.handler = handler
    self.location = location
    self.exposure = exposure
    self.exposurePaths = exposurePaths
    self.riskScore = riskScore
    self.verdict = verdict
    self.verdictReason = verdictReason
    self.risks = risks
  }
}

/// What to do about a function.
package enum FunctionVerdict: String, CaseIterable, Sendable {
  case fix
  case accept
  case protect
}

/// Something in the scanned tree that could not be read.
package struct NotChecked: Hashable, Sendable {
  package let path: String
  /// A sentence with the place and, for a limit, its value.
  package let reason: String
  /// An error counts towards `--max-errors`; the rest is information.
  package let isError: Bool

  package init(path: String, reason: String, isError: Bool = true) {
    self.path = path
    self.reason = reason
    self.isError = isError
  }
}

/// An expression nobody could resolve, so that what depends on it was not judged.
package struct Unresolved: Hashable, Sendable {
  package let location: SourceLocation
  package let expression: String

  package init(at location: SourceLocation, expression: String) {
    self.location = location
    self.expression = expression
  }
}

/// Sizes of the scan, for the summary line.
package struct ScanStatistics: Hashable, Sendable {
  package let applications: Int
  package let files: Int
  package let rules: Int
  /// Width of the terminal in columns, for the text writer.
  package let width: Int

  package init(applications: Int, files: Int, rules: Int, width: Int) {
    self.applications = applications
    self.files = files
    self.rules = rules
    self.width = width
  }
}
