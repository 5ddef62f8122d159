package import ApplicationModel
package import FindingModel
package import RuleModel

/// GraphQL APIs that describe themselves to strangers.
package struct GraphQLIntrospection: SubjectRule {
  package static let metadata = RuleMetadata(
    id: "sas3-graphql-introspection", risk: .insecureDeployment,
    title: "GraphQL API describes itself to anyone",
    severity: .medium, weaknesses: [200],
    rationale: """
      Introspection answers with every type, field and mutation of the API, those that no page of the \
      application uses included. With an API key as the only guard, and the key in every copy of the \
      application, the map of what to try is one request away for anyone.
      """,
    blindSpots: """
      Reported only where an API key is enough to call; for signed-in users and IAM callers introspection is \
      left alone. Hiding the schema does not replace authorization of each field.
      """,
    remediation: Remediation(
      """
      Switch introspection off where strangers can call.
      """,
      snippets: [
        .cloudFormation: """
        {name}:
          Type: AWS::AppSync::GraphQLApi
          Properties:
            IntrospectionConfig: DISABLED
        """
      ]),
    references: ["https://docs.aws.amazon.com/appsync/latest/devguide/disabling-introspection.html"])

  package init() {}

  package func subjects(in application: Application) -> [API] {
    application.apis.filter { $0.kind == .graphQL }
  }

  package func evaluate(_ api: API, in context: RuleContext) -> Verdict {
    if api.endpointTypes.value?.contains("PRIVATE") == true { return .notApplicable }
    guard let key = api.authenticationTypes.first(where: { $0.value == "API_KEY" }) else {
      return .notApplicable
    }
    switch api.introspection {
    case .known("DISABLED", _): return .pass
    case .unresolved(let expression, let location):
      return .undetermined(reason: "the introspection of '\(api.name)' is \(expression)", at: location)
    case .absent, .known:
      return .fail([
        finding(
          "GraphQL API '\(api.name)' answers introspection, and an API key is all it asks for: anyone with the "
            + "key can list every query and mutation it has.", about: api,
          at: api.introspection.location ?? key.location, in: context)
      ])
    }
  }
}
