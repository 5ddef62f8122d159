package import ApplicationModel
package import FindingModel

extension Finding {
  /// The finding with the rule's example for what it is about.
  ///
  /// - Parameters:
  ///   - name: What `{name}` in the example stands for.
  ///   - resource: What a SAM template would change instead, if it is something else: the API of a function's route.
  package func showing(
    _ kind: ExampleKind, named name: String, on resource: (any Resource)? = nil, of rule: RuleMetadata,
    in context: RuleContext
  ) -> Finding {
    var finding = self
    finding.remediation = rule.remediation.text(for: context.application.dialect, name: name, about: kind)
    if let resource, context.application.dialect == .sam,
      let snippet = rule.remediation.snippet(for: .sam, about: kind)
    {
      finding.advise(rule.remediation.advice, example: resource.inSAM(snippet))
    }
    return finding
  }
}

extension API {
  package var exampleKind: ExampleKind {
    switch kind {
    case .rest: .restAPI
    case .http: .httpAPI
    case .webSocket: .webSocketAPI
    case .graphQL: .graphQL
    }
  }
}

extension Trigger {
  /// `nil` for what no example tells apart.
  package var exampleKind: ExampleKind? {
    switch kind {
    case .restAPI: .restAPI
    case .httpAPI: .httpAPI
    case .webSocketAPI: .webSocketAPI
    case .graphQL: .graphQL
    case .functionURL: .functionURL
    default: nil
    }
  }
}
