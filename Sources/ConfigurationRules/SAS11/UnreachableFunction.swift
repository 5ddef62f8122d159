internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
package import FindingModel
package import RuleModel

/// Functions that nothing in the application runs.
package struct UnreachableFunction: Rule {
  package static let metadata = RuleMetadata(
    id: "sas11-unreachable-function", risk: .obsoleteParts, title: "Function that nothing runs",
    severity: .low,
    profile: .strict, weaknesses: [1164, 561],
    rationale: """
      A function without trigger, caller or mention is usually left over. It keeps its role and its secrets, \
      its dependencies age, and nobody reads its logs; whoever gets hold of credentials that may invoke \
      functions finds in it the least watched way to its data.
      """,
    blindSpots: """
      Functions that are invoked by their name from outside the template, by an operator or another stack \
      look the same; those that an output names, or a policy as something to invoke, are left out. A trigger \
      made outside the template is not seen.
      """,
    remediation: Remediation(
      "Remove the function, its role and its log group, or show in the template what runs it.",
      snippets: [
        .cloudFormation: """
        Outputs:
          {name}Arn:
            Description: Invoked by the operations team
            Value: !GetAtt {name}.Arn
        """
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-invocation.html"])

  /// Resources that name a function to configure or to watch it, not to run it.
  private static let satellites: Set<String> = [
    "AWS::Lambda::Alias", "AWS::Lambda::Version", "AWS::Lambda::EventInvokeConfig", "AWS::Logs::LogGroup",
    "AWS::CloudWatch::Alarm", "AWS::Logs::MetricFilter", "AWS::CloudWatch::Dashboard",
  ]

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let mentioned = context.application.mentionedIDs(leavingOut: Self.satellites)
      .union(context.code.links.filter { $0.writer != $0.reader }.map(\.reader))
      .union(context.application.functionsNamedInPolicies)
    return context.application.functions.map { function in
      let ids = [function.id] + function.aliases.map(\.id)
      if !function.triggers.isEmpty || ids.contains(where: mentioned.contains) { return .pass }
      // A name somebody chose is a name somebody calls.
      let confidence: Confidence = function.functionName.isAbsent ? .medium : .low
      return .fail([
        finding(
          "Nothing in the template runs '\(function.name)' or mentions it.", about: function,
          confidence: confidence,
          in: context)
      ])
    }
  }
}
