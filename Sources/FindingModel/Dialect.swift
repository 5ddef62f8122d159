/// The language a remediation snippet is written in: that of the user's own files.
package enum Dialect: String, CaseIterable, Hashable, Sendable {
  case cloudFormation
  case sam
  case serverlessFramework
  case python
  case javaScript
  case dockerfile
  /// A list of packages that belongs to no function.
  case packageList

  package var title: String {
    switch self {
    case .cloudFormation: "CloudFormation"
    case .sam: "AWS SAM"
    case .serverlessFramework: "Serverless Framework"
    case .python: "Python"
    case .javaScript: "JavaScript"
    case .dockerfile: "Dockerfile"
    case .packageList: "package list"
    }
  }

  /// Whether it describes what is deployed; the others are what runs.
  package var isTemplate: Bool {
    switch self {
    case .cloudFormation, .sam, .serverlessFramework: true
    case .python, .javaScript, .dockerfile, .packageList: false
    }
  }

  /// The name that marks a block of it in Markdown.
  package var fence: String {
    switch self {
    case .cloudFormation, .sam, .serverlessFramework: "yaml"
    case .python: "python"
    case .javaScript: "javascript"
    case .dockerfile: "dockerfile"
    case .packageList: "text"
    }
  }
}
