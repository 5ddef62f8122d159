internal import ApplicationGraph
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions on the internet whose errors alarm nobody.
package struct NoErrorAlarm: Rule {
  package static let metadata = RuleMetadata(
    id: "sas5-no-error-alarm", risk: .inadequateMonitoring, title: "No alarm on errors of public functions",
    severity: .low, profile: .strict, weaknesses: [778],
    rationale: """
      Attacks on a function show first as errors and throttles: inputs that break it, floods that use up its \
      share. The platform counts both; without an alarm the count is found in the morning, with one somebody \
      hears in minutes.
      """,
    blindSpots: """
      Alarms of other templates and of monitoring services are not seen. Only functions that anyone on the \
      internet reaches are looked at; one finding names them all.
      """,
    remediation: Remediation(
      """
      Raise an alarm on the metric Errors or Throttles of each such function, or on the sum over all \
      functions.
      """,
      snippets: [
        .cloudFormation: """
        {logicalID}Errors:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: AWS/Lambda
            MetricName: Errors
            Dimensions:
              - Name: FunctionName
                Value: !Ref {name}
            Statistic: Sum
            Period: 300
            EvaluationPeriods: 1
            Threshold: 1
            ComparisonOperator: GreaterThanOrEqualToThreshold
            AlarmActions: [!Ref Alerts]
        """,
        .serverlessFramework: """
        resources:
          Resources:
            {logicalID}Errors:
              Type: AWS::CloudWatch::Alarm
              Properties:
                Namespace: AWS/Lambda
                MetricName: Errors
                Dimensions:
                  - Name: FunctionName
                    Value: ${self:service}-${sls:stage}-{name}
                Statistic: Sum
                Period: 300
                EvaluationPeriods: 1
                Threshold: 1
                ComparisonOperator: GreaterThanOrEqualToThreshold
                AlarmActions: [!Ref Alerts]
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics.html"])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let functions = context.application.writtenFunctions.filter {
      context.graph.exposure(of: $0) == .internet
    }
    guard !functions.isEmpty else { return [.notApplicable] }
    let alarms = context.application.alarms.filter { alarm in
      alarm.namespace.value?.literal == "AWS/Lambda"
        && ["Errors", "Throttles"].contains(alarm.metric.value?.literal ?? "")
    }
    let unwatched = functions.filter { function in !alarms.contains { watches($0, function, in: context) } }
    return [
      verdict(onAll: unwatched, in: context) { functions in
        "Anyone on the internet can call \(functions.enumeration), and no alarm of the template watches "
          + "\(functions.verb("its", "their")) errors or throttles."
      }
    ]
  }

  private func watches(_ alarm: Alarm, _ function: Function, in context: RuleContext) -> Bool {
    guard let dimension = alarm.dimensions.first(where: { $0.name == "FunctionName" }) else { return true }
    // A name that only the deployment knows may be this one.
    guard let name = dimension.value.value else { return true }
    return context.graph.function(meantBy: name)?.id == function.id || name == function.functionName.value
  }
}
