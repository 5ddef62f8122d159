internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Handlers of several sources that never ask which it was.
package struct UncheckedEventSource: FunctionCodeRule {
  package static let metadata = RuleMetadata(
    id: "sas9-handler-trusts-source", risk: .flowManipulation,
    title: "A function with several triggers never asks which one called", severity: .low, profile: .strict,
    weaknesses: [346, 20],
    rationale:
      """
      A function that serves a queue and a route takes whatever has the right shape. A caller of the \
      route can send what looks like the queue's records, and the code that trusts the queue believes \
      them.
      """,
    blindSpots:
      """
      A function whose code tells sources apart by their shape is reported as well.
      """,
    remediation: Remediation(
      """
      Look at `eventSource`, `eventSourceARN` or `requestContext` first, or give each trigger a function \
      of its own.
      """,
      snippets: [
        .python: """
        for record in event["Records"]:
            if record["eventSource"] != "aws:sqs":
                raise ValueError("unexpected source")
        """,
        .javaScript: """
        for (const record of event.Records) {
          if (record.eventSource !== "aws:sqs") throw new Error("unexpected source");
        }
        """,
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html"
    ])

  package init() {}
  package func findings(of code: FunctionUnderTest, in context: RuleContext) -> [Finding] {
    let kinds = Set(code.function.triggers.map(\.kind)).subtracting([.permission, .schedule])
    let open = code.function.triggers.filter {
      context.graph.exposurePath(of: $0, in: code.function).exposure > .account
    }
    let inner = code.function.triggers.filter {
      context.graph.exposurePath(of: $0, in: code.function).exposure <= .account && kinds.contains($0.kind)
    }
    // Of one kind all events look alike, and there is nothing to ask.
    let pairs = open.flatMap { outer in inner.filter { $0.kind != outer.kind }.map { (outer, $0) } }
    guard let (outer, inside) = pairs.first,
      !code.code.analysis.fieldsRead.contains(where: { path in
        path.components.contains {
          ["eventSource", "EventSource", "eventSourceARN", "requestContext", "source", "httpMethod"].contains(
            $0)
        }
      })
    else { return [] }
    return [
      finding(
        "'\(code.name)' is called by \(inside.kind.title) and by \(outer.kind.title), and never asks which: who can reach "
          + "the second can send what looks like the first.", of: code.function,
        at: code.code.handler ?? code.function.location, confidence: .medium, discriminator: "", in: context)
    ]
  }

}
