/// The serverless risks every rule belongs to.
///
/// SAS-1 to SAS-10 are the ten of the Palo Alto Networks / PureSec guide; SAS-11 and SAS-12 were added by
/// the Cloud Security Alliance's twelve.
package enum Risk: Int, CaseIterable, Hashable, Sendable {
  case eventInjection = 1
  case brokenAuthentication
  case insecureDeployment
  case overPrivilegedRoles
  case inadequateMonitoring
  case vulnerableDependencies
  case insecureSecrets
  case denialOfServiceAndWallet
  case flowManipulation
  case verboseErrors
  case obsoleteParts
  case crossExecutionData

  /// `SAS-4`, as written in reports.
  package var id: String { "SAS-\(rawValue)" }

  package var title: String {
    switch self {
    case .eventInjection: "Event-data injection"
    case .brokenAuthentication: "Broken authentication"
    case .insecureDeployment: "Insecure deployment configuration"
    case .overPrivilegedRoles: "Over-privileged roles"
    case .inadequateMonitoring: "Inadequate monitoring and logging"
    case .vulnerableDependencies: "Vulnerable dependencies"
    case .insecureSecrets: "Insecure secrets"
    case .denialOfServiceAndWallet: "Denial of service and of wallet"
    case .flowManipulation: "Flow manipulation"
    case .verboseErrors: "Verbose errors"
    case .obsoleteParts: "Obsolete parts"
    case .crossExecutionData: "Data kept between executions"
    }
  }
}

extension Risk: Comparable {
  package static func < (left: Risk, right: Risk) -> Bool { left.rawValue < right.rawValue }
}
