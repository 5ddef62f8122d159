/// The language a remediation snippet is written in: that of the user's own files.
package enum Dialect: String, CaseIterable, Hashable, Sendable {
  case cloudFormation
  case sam
  case serverlessFramework

  package var title: String {
    switch self {
    case .cloudFormation: "CloudFormation"
    case .sam: "AWS SAM"
    case .serverlessFramework: "Serverless Framework"
    }
  }
}
