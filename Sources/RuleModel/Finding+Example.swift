package import ApplicationModel
package import FindingModel

extension Finding {
  /// The finding with the rule's example for what it is about.
  ///
  /// - Parameter name: What `{name}` in the example stands for.
  package func showing(
    _ kind: ExampleKind, named name: String, of rule: RuleMetadata, in context: RuleContext
  ) -> Finding {
    var finding = self
    finding.remediation = rule.remediation.text(for: context.application.dialect, name: name, about: kind)
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
