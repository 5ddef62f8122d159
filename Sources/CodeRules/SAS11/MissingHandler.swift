internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Functions whose handler is not there.
package struct MissingHandler: Rule {
  package static let metadata = RuleMetadata(
    id: "sas11-missing-handler", risk: .obsoleteParts, title: "The handler of a function does not exist",
    severity: .medium, profile: .strict, weaknesses: [1164],
    rationale:
      """
      A function whose file or handler is missing fails on every call, or runs what an older package \
      left behind. Nobody maintains it, but its role and its triggers are live.
      """,
    blindSpots:
      """
      Handlers that a build step generates are reported where their source cannot be found; name the \
      folder that is deployed, or exclude the function with a reason.
      """,
    remediation: Remediation(
      """
      Correct `Handler` and the code folder, or delete the function with its role and triggers.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: src/
            Handler: app.handler  # src/app.py
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-common.html"
    ])

  package init() {}
  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.application.functions.map { function in
      guard let code = context.code[function], let unread = code.unread else { return .pass }
      guard unread.isError else { return .notApplicable }
      return .fail([
        finding(
          "'\(function.name)' cannot run as written: \(unread.reason).", of: function, at: unread.location,
          confidence: .medium, discriminator: "", in: context)
      ])
    }
  }

}
