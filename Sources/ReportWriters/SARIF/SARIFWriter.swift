package import FindingModel
internal import JSONText

/// The report for code scanning services and editors.
package struct SARIFWriter: Sendable {
  private let rules: [RuleMetadata]

  /// - Parameter rules: Those the scan ran, so that a reader can tell a pass from a check that does not exist.
  package init(rules: [RuleMetadata]) { self.rules = rules }

  package func write(_ report: ScanReport, to output: inout some TextOutputStream) {
    output.write(OrderedJSONEncoder(style: .indented).text(of: SARIFLog(runs: [run(report)])))
    output.write("\n")
  }

  private func run(_ report: ScanReport) -> SARIFLog.Run {
    let taxonomies = SARIFTaxonomies(rules: rules)
    let context = SARIFContext(report, rules: rules)
    return SARIFLog.Run(
      tool: SARIFLog.Tool(driver: driver(report, taxonomies)),
      invocations: [
        // A scan that got as far as a report has run; what it could not read is in the notifications.
        SARIFLog.Invocation(
          executionSuccessful: true, toolExecutionNotifications: SARIFLog.Notification.all(of: report))
      ],
      originalUriBaseIds: SARIFLog.BaseLocations(
        root: SARIFLog.ArtifactLocation(description: SARIFLog.Message(text: "The root of the scanned tree."))),
      results: report.findings.map { SARIFLog.Result($0, in: context) },
      taxonomies: taxonomies.components,
      properties: SARIFLog.RunProperties(asOf: report.asOf))
  }

  private func driver(_ report: ScanReport, _ taxonomies: SARIFTaxonomies) -> SARIFLog.ToolComponent {
    SARIFLog.ToolComponent(
      name: "Parapet", version: report.toolVersion, semanticVersion: report.toolVersion,
      shortDescription: SARIFLog.Message(text: "Secures serverless functions from source code to run time."),
      language: "en", supportedTaxonomies: SARIFTaxonomies.references,
      rules: rules.map { SARIFLog.ReportingDescriptor($0, taxonomies: taxonomies) })
  }
}

extension SARIFLog.Notification {
  static func all(of report: ScanReport) -> [SARIFLog.Notification] {
    let gaps = report.notChecked.map { gap in
      SARIFLog.Notification(
        level: gap.isError ? "error" : "note", message: SARIFLog.Message(plain: "Not checked: \(gap.reason)"),
        locations: [SARIFLog.Location(file: gap.path)])
    }
    let unresolved = report.unresolved.map { open in
      SARIFLog.Notification(
        level: "note",
        message: SARIFLog.Message(
          plain: "Could not resolve \(open.expression), so what depends on it was not judged."),
        locations: [SARIFLog.Location(open.location)])
    }
    let notices = report.notices.map {
      SARIFLog.Notification(level: "note", message: SARIFLog.Message(plain: $0))
    }
    return gaps + unresolved + notices
  }
}
