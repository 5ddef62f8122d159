package import FindingModel

/// Reads services of the Serverless Framework, versions 1 to 4, and gives the template they deploy.
package enum ServerlessFramework {
  /// What the user says besides the files.
  package struct Options: Sendable {
    /// Options of the command line by name without dashes: `stage`, `region` and any other.
    package var values: [String: String]
    /// Variables of the environment; empty unless the user gives some: a scan does not read the machine's.
    package var environment: [String: String]
    package var limits: VariableLimits

    package init(
      values: [String: String] = [:], environment: [String: String] = [:], limits: VariableLimits = .standard
    ) {
      self.values = values
      self.environment = environment
      self.limits = limits
    }
  }
}
