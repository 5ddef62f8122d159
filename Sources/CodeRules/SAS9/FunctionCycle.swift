internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel
internal import TaintEngine

/// Functions that start each other in a circle.
package struct FunctionCycle: Rule {
  package static let metadata = RuleMetadata(
    id: "sas9-function-cycle", risk: .flowManipulation, title: "Functions start each other in a circle",
    severity: .medium, weaknesses: [674, 835],
    rationale:
      """
      Each function's write starts the next, and the last one's starts the first. One message goes round \
      for ever, as fast as the platform scales; one that somebody else can put in makes it an attack on \
      the budget.
      """,
    blindSpots:
      """
      A condition in the code that ends the round is not recognised; a filter of a trigger is. Circles \
      of one function have a rule of their own.
      """,
    remediation: Remediation(
      """
      Break the circle with a filter or a separate channel, carry a counter in the message, and set a \
      low concurrency.
      """,
      snippets: [
        .sam: """
        Events:
          Message:
            Type: SQS
            Properties:
              Queue: !GetAtt Jobs.Arn
              FilterCriteria:
                Filters:
                  - Pattern: '{"body": {"kind": ["new"]}}'
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html"
    ])

  package init() {}
  package func evaluate(in context: RuleContext) -> [Verdict] {
    let circles = FunctionCircles.find(in: context.code.links)
    guard !circles.isEmpty else { return [context.code.links.isEmpty ? .notApplicable : .pass] }
    return [
      .fail(
        circles.compactMap { circle in
          let functions = circle.map(\.writer).compactMap(context.graph.function)
          guard let first = functions.first, let link = circle.first else { return nil }
          let names = functions.map { "'\($0.name)'" } + ["'\(first.name)'"]
          return finding(
            "\(names.joined(separator: " → ")) start each other in a circle: one event goes round without an end.",
            subject: first.subject, name: first.name, functions: functions, at: link.location,
            confidence: circle.allSatisfy(\.isCertain) ? .high : .medium,
            trace: circle.map { step in
              TraceStep(
                at: step.location,
                note: "'\(context.graph.function(step.writer)?.name ?? step.writer)' starts "
                  + "'\(context.graph.function(step.reader)?.name ?? step.reader)'")
            }, discriminator: functions.map(\.name).joined(separator: ","), in: context)
        })
    ]
  }

}
