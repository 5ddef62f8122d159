package import FindingModel

/// When the platform stops looking after each managed runtime.
///
/// The table carries its own date: a report says so when the day of the scan is far behind it.
package struct RuntimeCalendar: Sendable {
  package struct Entry: Hashable, Sendable {
    package let name: String
    package let released: CalendarDate
    /// From this day there are no more patches; creating functions is blocked about 30 days later.
    package let deprecated: CalendarDate
    /// From this day the code of existing functions cannot be updated; `nil` if not announced.
    package let updateBlocked: CalendarDate?
  }

  /// The day the table was taken from the platform's page.
  package let asOf: CalendarDate
  private let entries: [String: Entry]

  package init(asOf: CalendarDate, entries: [Entry]) {
    self.asOf = asOf
    self.entries = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
  }

  package subscript(runtime: String) -> Entry? { entries[runtime] }

  package var names: [String] { entries.keys.sorted() }

  /// The newest runtime of the same language that is not deprecated on a day.
  package func successor(of runtime: String, on day: CalendarDate) -> String? {
    let language = Self.language(of: runtime)
    return entries.values
      .filter { Self.language(of: $0.name) == language && $0.deprecated > day && $0.released <= day }
      .max { ($0.deprecated, $0.released, $0.name) < ($1.deprecated, $1.released, $1.name) }?.name
  }

  /// `python3.9` → `python`; Go moved to the operating-system-only runtimes.
  private static func language(of runtime: String) -> String {
    let name = String(runtime.prefix { $0.isLetter })
    return name == "go" ? "provided" : name == "dotnetcore" ? "dotnet" : name
  }
}
