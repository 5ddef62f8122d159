package import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions for which the platform's loop detection is turned off.
package struct RecursiveLoopAllowed: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas8-recursive-loop-allowed", risk: .denialOfServiceAndWallet, title: "Loop detection is turned off",
    severity: .high, weaknesses: [674, 835],
    rationale: """
      Lambda stops a chain in which functions trigger each other through SQS, SNS or S3 after about 16 rounds. With \
      RecursiveLoop: Allow it never does: one event that comes back to its own function runs, and costs, until \
      somebody notices, and it doubles with every copy.
      """,
    blindSpots: "Whether the function really writes to what triggers it is judged by sas8-self-trigger.",
    remediation: Remediation(
      "Remove the setting, or set it to Terminate; where the loop is meant, bound it with a counter in the message.",
      snippets: [
        .cloudFormation:
          "{name}:\n  Type: AWS::Lambda::Function\n  Properties:\n    RecursiveLoop: Terminate",
        .sam: "{name}:\n  Type: AWS::Serverless::Function\n  Properties:\n    RecursiveLoop: Terminate",
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html"])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    switch function.recursiveLoop {
    case .absent: return .notApplicable
    case .unresolved(let expression, let location):
      return .undetermined(reason: "RecursiveLoop is \(expression)", at: location)
    case .known(let setting, let location):
      guard setting == "Allow" else { return .pass }
      return .fail([
        finding(
          "The platform will not stop '\(function.name)' if its own output triggers it again: RecursiveLoop is Allow.",
          about: function, at: location, in: context)
      ])
    }
  }
}
