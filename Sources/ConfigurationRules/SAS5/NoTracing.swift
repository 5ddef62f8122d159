internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions that take no part in tracing.
package struct NoTracing: Rule {
  package static let metadata = RuleMetadata(
    id: "sas5-no-tracing", risk: .inadequateMonitoring, title: "Functions without tracing",
    severity: .low, profile: .strict, weaknesses: [778],
    peers: ["checkov:CKV_AWS_50", "securityhub:Lambda.7", "trivy:AVD-AWS-0066"],
    rationale: """
      A request passes through an API, functions, queues and tables, each with logs of its own. Tracing ties \
      them together by one number; without it, finding out what a suspicious request touched means comparing \
      times in a dozen logs.
      """,
    blindSpots: """
      Tracing by other means, such as an OpenTelemetry layer, is not recognised. One finding names all \
      functions of a template.
      """,
    remediation: Remediation(
      """
      Turn active tracing on for all functions.
      """,
      snippets: [
        .sam: """
        Globals:
          Function:
            Tracing: Active
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Function
          Properties:
            TracingConfig:
              Mode: Active
        """,
        .serverlessFramework: """
        provider:
          name: aws
          tracing:
            lambda: true
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html"])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let functions = context.application.writtenFunctions
    guard !functions.isEmpty else { return [.notApplicable] }
    let open = functions.compactMap { function -> Verdict? in
      guard case .unresolved(let expression, let location) = function.tracing else { return nil }
      return .undetermined(reason: "the tracing of '\(function.name)' is \(expression)", at: location)
    }
    let untraced = functions.filter { $0.tracing.isAbsent || $0.tracing.value == "PassThrough" }
    return open + [
      verdict(onAll: untraced, in: context) { functions in
        "\(functions.enumeration) \(functions.verb("takes", "take")) no part in tracing: what a request touched on its "
          + "way has to be pieced together from separate logs."
      }
    ]
  }
}
