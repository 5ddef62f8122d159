package import FindingModel

/// What kind of text is searched, which decides what counts there.
package struct SecretContext: Hashable, Sendable {
  package enum Format: Hashable, Sendable {
    /// A value by itself, such as a property of a template: only forms count, there is no name beside it.
    case value
    /// A program; a name counts where a constant is assigned to it.
    case code
    /// JSON, YAML, TOML, XML and settings: a name counts where a value follows it.
    case data
    /// `.env`, `.properties` and what is like them: `NAME=value` without quotes.
    case environment
    /// A notebook: programs and what they printed, as JSON.
    case notebook
    /// A program that was packed: names are short, constants are anything.
    case minified
    /// Lists of packages with digests: only what has a form of its own counts.
    case lockfile
    /// Pages for people.
    case prose
    case unknown
  }

  package let format: Format
  /// Below a folder or in a file of tests or examples: what has no form of its own is less sure there.
  package let isTest: Bool

  /// The day of the scan; without one nothing is known to have expired.
  package let today: CalendarDate?

  package init(_ format: Format, isTest: Bool = false, today: CalendarDate? = nil) {
    self.format = format
    self.isTest = isTest
    self.today = today
  }

  /// Whether the name beside a value may make a secret of it.
  package var trustsNames: Bool {
    switch format {
    case .code, .data, .environment, .notebook, .unknown: true
    case .value, .minified, .lockfile, .prose: false
    }
  }
}
