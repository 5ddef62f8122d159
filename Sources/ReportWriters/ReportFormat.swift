/// The forms a report can take; the raw value is what `--format` accepts.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case text
  case json
  case sarif
  case html
}
