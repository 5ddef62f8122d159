internal import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions on runtimes that the platform no longer patches, or soon will not.
package struct RuntimeDeprecated: Rule {
  package static let metadata = RuleMetadata(
    id: "sas3-runtime-deprecated", risk: .insecureDeployment, title: "Runtime at the end of its life",
    severity: .medium, weaknesses: [1104],
    peers: [
      "checkov:CKV_AWS_363", "prowler:awslambda_function_using_supported_runtimes", "securityhub:Lambda.2",
    ],
    rationale: """
      After the day of deprecation the platform patches neither the interpreter nor the libraries of the \
      runtime, so every flaw published since stays open in the function. Some months later new code is \
      refused as well: on the day a flaw in the function itself must be fixed, the fix cannot be deployed.
      """,
    blindSpots: """
      The table of runtimes carries the day it was taken; later announcements are not known. Container \
      images and custom runtimes bring their own interpreter, which is not looked at.
      """,
    remediation: Remediation(
      """
      Move to the newest runtime of the language and test the function there.
      """,
      snippets: [
        .sam: """
        {name}:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: \(exampleRuntime)
        """,
        .cloudFormation: """
        {name}:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: \(exampleRuntime)
        """,
        .serverlessFramework: """
        provider:
          name: aws
          runtime: \(exampleRuntime)
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"])

  /// What the examples name, until a finding knows the successor.
  private static let exampleRuntime = "python3.14"

  package init() {}

  /// Days before the deprecation from which it is worth planning for; the platform warns as early.
  private static let notice = 180

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let functions = context.application.writtenFunctions
    // A runtime written once for all functions is one flaw, not one of each.
    let groups = Dictionary(grouping: functions) { $0.runtime }
    return groups.keys.sorted { ($0.location ?? .start(of: "")) < ($1.location ?? .start(of: "")) }
      .map { verdict(on: $0, of: groups[$0] ?? [], in: context) }
  }

  private func verdict(on runtime: Value<String>, of functions: [Function], in context: RuleContext)
    -> Verdict
  {
    switch runtime {
    case .absent: return .notApplicable
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the runtime of \(functions.enumeration) is \(expression)", at: location)
    case .known(let name, let location):
      guard let entry = context.runtimes[name] else {
        return .undetermined(
          reason: "the table of runtimes of \(context.runtimes.asOf) does not list '\(name)'", at: location)
      }
      guard entry.deprecated.days(since: context.asOf) <= Self.notice else { return .pass }
      var judged = finding(
        message(entry, functions: functions, in: context), aboutEach: functions, at: location,
        severity: severity(of: entry, on: context.asOf), discriminator: name, in: context)
      if let example = example(of: functions, runtimeAt: location, in: context) {
        judged?.advise(Self.metadata.remediation.advice, example: example)
      }
      if let successor = context.runtimes.successor(of: name, on: context.asOf) {
        judged?.remediation.replace(Self.exampleRuntime, with: successor)
      }
      return .fail([judged].compactMap { $0 })
    }
  }

  /// The runtime where it was written: for all functions, or for one.
  ///
  /// - Returns: `nil` where the rule's own example is that already.
  private func example(
    of functions: [Function], runtimeAt location: SourceLocation, in context: RuleContext
  ) -> String? {
    // What is written once for several functions, or before the first of them, is written for all.
    let isForAll = functions.count > 1 || functions.allSatisfy { location < $0.location }
    return switch context.application.dialect {
    case .sam where isForAll: "Globals:\n  Function:\n    Runtime: \(Self.exampleRuntime)"
    case .serverlessFramework where !isForAll:
      "functions:\n  \(functions.first?.name ?? ""):\n    runtime: \(Self.exampleRuntime)"
    default: nil
    }
  }

  private func severity(of entry: RuntimeCalendar.Entry, on day: CalendarDate) -> Severity {
    if entry.deprecated > day { return .low }
    if let blocked = entry.updateBlocked, blocked <= day { return .high }
    return day.days(since: entry.deprecated) > 365 ? .high : .medium
  }

  private func message(
    _ entry: RuntimeCalendar.Entry, functions: [Function], in context: RuleContext
  ) -> String {
    let runs = "\(functions.enumeration) \(functions.verb("runs", "run")) on \(entry.name)"
    let successor = context.runtimes.successor(of: entry.name, on: context.asOf)
    let advice = successor.map { " Its successor is \($0)." } ?? ""
    if entry.deprecated > context.asOf {
      return "\(runs), which gets no more patches from \(entry.deprecated).\(advice)"
    }
    let block: String
    if let day = entry.updateBlocked {
      block = day <= context.asOf ? " New code is refused since \(day)." : " New code is refused from \(day)."
    } else {
      block = ""
    }
    return "\(runs), which has had no patches since \(entry.deprecated).\(block)\(advice)"
  }
}
