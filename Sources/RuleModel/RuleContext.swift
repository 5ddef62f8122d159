package import ApplicationGraph
package import ApplicationModel
package import CodeAnalysis
package import DependencyAnalysis
package import FindingModel

/// Everything a rule may know: one application under one scenario, the day, the tables, the user's settings.
package struct RuleContext: Sendable {
  package let graph: ApplicationGraph
  /// What the code of the functions does; empty where none was read.
  package let code: ApplicationCode
  /// What the functions carry; empty where no manifest or bundle was found.
  package let dependencies: ApplicationDependencies
  package let asOf: CalendarDate
  package let runtimes: RuntimeCalendar
  package let settings: RuleSettings
  let facts = ContextFacts()

  package init(
    graph: ApplicationGraph, code: ApplicationCode = ApplicationCode(),
    dependencies: ApplicationDependencies = ApplicationDependencies(), asOf: CalendarDate,
    runtimes: RuntimeCalendar = .lambda,
    settings: RuleSettings = RuleSettings()
  ) {
    self.graph = graph
    self.code = code
    self.dependencies = dependencies
    self.asOf = asOf
    self.runtimes = runtimes
    self.settings = settings
  }

  package var application: Application { graph.application }
}

/// What the user tells rules about the organisation.
package struct RuleSettings: Hashable, Sendable {
  /// Twelve-digit numbers of accounts that belong to the organisation or are trusted.
  package var trustedAccounts: Set<String>
  /// Dollars per hour that a function may cost at worst before it is reported.
  package var hourlyBudget: Double
  /// SPDX identifiers of the only licences that packages may have; empty for no such policy.
  package var allowedLicences: Set<String>
  /// SPDX identifiers of licences that packages must not have.
  package var deniedLicences: Set<String>

  package init(
    trustedAccounts: Set<String> = [], hourlyBudget: Double = 50, allowedLicences: Set<String> = [],
    deniedLicences: Set<String> = []
  ) {
    self.trustedAccounts = trustedAccounts
    self.hourlyBudget = hourlyBudget
    self.allowedLicences = allowedLicences
    self.deniedLicences = deniedLicences
  }
}
