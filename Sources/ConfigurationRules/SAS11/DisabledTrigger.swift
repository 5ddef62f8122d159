internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Triggers that are switched off and left in place.
package struct DisabledTrigger: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas11-disabled-trigger", risk: .obsoleteParts, title: "Trigger that is switched off", severity: .low,
    profile: .strict, weaknesses: [1164, 561],
    rationale: """
      A disabled mapping, rule or schedule is a part nobody tests any more, with the permissions it needs \
      still in place. Whoever may change it can switch it on again with one call, and events then reach code \
      that has not been looked after since.
      """,
    blindSpots:
      """
      A trigger switched off for some stages only is reported under that condition. Whether it is off for a \
      while on purpose cannot be told.
      """,
    remediation: Remediation(
      "Remove the trigger and the permissions it needs, or switch it on.",
      snippets: [
        .cloudFormation: """
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            Enabled: true
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: !Ref {name}
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html",
      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-delete-rule.html",
    ])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    let disabled = function.triggers.filter { $0.isEnabled.value == false }
    if disabled.isEmpty { return .pass }
    return .fail(
      disabled.map { trigger in
        let source = trigger.source.value?.references.first.flatMap { context.graph.resource($0.id)?.name }
        return finding(
          """
          \(trigger.kind.title.capitalizedFirst)\(source.map { " ('\($0)')" } ?? "") is set up to run \
          '\(function.name)' but switched off.
          """,
          about: function, at: trigger.isEnabled.location ?? trigger.location,
          discriminator: trigger.connection ?? trigger.kind.rawValue, in: context)
      })
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
