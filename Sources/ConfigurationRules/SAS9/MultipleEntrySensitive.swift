internal import ApplicationGraph
package import ApplicationModel
package import FindingModel
package import RuleModel

/// Functions with one entry that asks who is there and another that does not.
package struct MultipleEntrySensitive: FunctionRule {
  package static let metadata = RuleMetadata(
    id: "sas9-multiple-entry-sensitive", risk: .flowManipulation,
    title: "Guarded function with an unguarded second entry", severity: .medium, profile: .strict,
    weaknesses: [288, 841],
    rationale: """
      The function stands behind an authorizer on one API and is open on another, or has a URL without \
      authentication beside it. Whoever finds the second door does not need the first, and code that reads \
      the caller's claims from the event finds none there, or ones the caller wrote.
      """,
    blindSpots: """
      Several routes of one API are not compared: a public sign-in beside guarded routes is ordinary. The \
      open entry itself is also reported by the rule about URLs or routes without authorization; this one \
      tells that the function was meant to be guarded.
      """,
    remediation: Remediation(
      "Remove the open entry, or put the same authorizer before it.",
      snippets: [
        .cloudFormation: """
        {name}Url:
          Type: AWS::Lambda::Url
          Properties:
            TargetFunctionArn: !Ref {name}
            AuthType: AWS_IAM
        """
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"])

  package init() {}

  package func evaluate(_ function: Function, in context: RuleContext) -> Verdict {
    let entries = function.triggers.filter { trigger in
      [.restAPI, .httpAPI, .functionURL, .loadBalancer].contains(trigger.kind)
        && !(trigger.detail?.uppercased().hasPrefix("OPTIONS ") ?? false)
    }
    let guarded = entries.filter(\.asksWhoIsThere)
    let open = entries.filter { entry in
      entry.authorizer == .none && (context.application.api(of: entry)?.front ?? .open) == .open
        && !guarded.contains { $0.door == entry.door }
    }
    guard let way = open.first, let guardedWay = guarded.first else { return .pass }
    return .fail([
      finding(
        """
        '\(function.name)' asks who is calling at \(title(of: guardedWay)), but not at \(title(of: way)): \
        the second entry goes around the first.
        """,
        about: function, at: way.location,
        trace: [TraceStep(at: guardedWay.location, note: "the guarded entry")], in: context)
    ])
  }

  private func title(of trigger: Trigger) -> String {
    trigger.kind.title + (trigger.detail.map { " (\($0))" } ?? "")
  }
}

extension Trigger {
  fileprivate var asksWhoIsThere: Bool {
    switch authorizer {
    case .iam, .function, .userPool, .jwt: true
    case .platform, .none, .apiKey, .privateNetwork, .unresolved: false
    }
  }

  /// The API, URL or load balancer an entry belongs to.
  fileprivate var door: String { "\(kind) \(source.value?.pattern ?? "")" }
}
