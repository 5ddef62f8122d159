import FindingModel
import ReportWriters

/// What the writer of a format makes of a report; text without colours.
func written(
  _ report: ScanReport, as format: ReportFormat, rules: [RuleMetadata] = ShopRules.all, width: Int? = nil
) -> String {
  var output = ""
  switch format {
  case .text: TextWriter(options: .init(width: width)).write(report, to: &output)
  case .json: JSONWriter().write(report, to: &output)
  case .sarif: SARIFWriter(rules: rules).write(report, to: &output)
  case .html: HTMLWriter(rules: rules).write(report, to: &output)
  }
  return output
}
