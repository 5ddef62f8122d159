internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Queues that hand a message out again while the function still works on it.
package struct ShortVisibility: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas8-sqs-visibility", risk: .denialOfServiceAndWallet,
    title: "Messages come back while they are being worked on", severity: .medium, weaknesses: [400, 837],
    peers: ["cfn-lint:E3505"],
    rationale: """
      A message that is not finished within the queue's visibility timeout is handed out again. Slow messages then \
      run twice or more at the same time, the work grows by itself, and what is not repeatable (a payment, an \
      e-mail) happens several times. A sender who knows a slow input can use that on purpose.
      """,
    blindSpots: """
      Only queues and functions of the same template are compared. The platform advises six times the function's \
      timeout; less than that but more than the timeout is only reported in the strict profile's other rules.
      """,
    remediation: Remediation(
      "Set the queue's visibility timeout to six times the function's timeout.",
      snippets: [
        .cloudFormation:
          "{name}:\n  Type: AWS::SQS::Queue\n  Properties:\n    VisibilityTimeout: 180 # six times 30 s"
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html"])

  package init() {}

  package func subjects(in application: Application) -> [EventSourceMapping] {
    application.mappings.filter { $0.kind == .queue }
  }

  package func evaluate(_ mapping: EventSourceMapping, in context: RuleContext) -> Verdict {
    guard let id = mapping.source.value?.references.first?.id,
      let queue = context.graph.resource(id) as? Queue,
      let target = mapping.function.value, let function = context.graph.function(meantBy: target)
    else { return .notApplicable }
    if let expression = queue.visibilityTimeout.expression ?? function.timeout.expression {
      return .undetermined(reason: "visibility or function timeout is \(expression)", at: queue.location)
    }
    let visibility = queue.visibilityTimeout.value ?? 30
    let timeout = function.timeout.value ?? 3
    guard visibility < timeout else { return .pass }
    let written = queue.visibilityTimeout.isAbsent ? " (the default)" : ""
    return .fail([
      finding(
        "Messages of '\(queue.name)' come back after \(visibility) s\(written) while '\(function.name)' may still be "
          + "working on them for up to \(timeout) s, and are then worked on twice.",
        about: queue, functions: [function], at: queue.visibilityTimeout.location,
        discriminator: function.name,
        in: context)
    ])
  }
}
