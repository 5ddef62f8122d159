internal import DependencyRules
package import FindingModel
internal import RuleModel

extension RuleCatalog {
  /// A table of facts that rules rest on and that time overtakes.
  package struct DatedTable: Sendable {
    package let title: String
    package let asOf: CalendarDate
    /// What a table that is too old does not know.
    package let unknown: String
  }

  package static let tables: [DatedTable] = [
    DatedTable(
      title: "runtime calendar", asOf: RuntimeCalendar.lambda.asOf,
      unknown: "newer runtimes and changed dates"),
    DatedTable(
      title: "table of packages out of support", asOf: PackageSupport.asOf,
      unknown: "packages that were given up since"),
  ]
}
