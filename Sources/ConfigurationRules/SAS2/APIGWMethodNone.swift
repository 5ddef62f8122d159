internal import ApplicationGraph
internal import CodeAnalysis
internal import ApplicationModel
package import FindingModel
package import RuleModel

/// API routes that anyone may call.
///
/// Routes that start a state machine are left to `sas9-open-state-machine`, those behind an API key alone to
/// `sas2-apikey-only`.
package struct APIGWMethodNone: Rule {
  package static let metadata = RuleMetadata(
    id: "sas2-apigw-method-none", risk: .brokenAuthentication, title: "API route without authorization",
    severity: .high, weaknesses: [306],
    peers: ["checkov:CKV_AWS_59", "checkov:CKV_AWS_309", "cfn_nag:W59", "securityhub:APIGateway.8"],
    rationale: """
      A route without an authorizer runs its function for everyone who knows, or guesses, the API's address. \
      Attackers list such addresses from browser traffic, mobile apps and certificate logs, then call each \
      route with forged identifiers and hostile input. The function's role, not the caller's, decides what \
      happens next.
      """,
    blindSpots: """
      Where the handler checks a signature, a token or a secret before it goes on, the finding is low; checks in \
      other ways are not seen. Paths that are public by custom, such as a health \
      check, a sign-in or a webhook, are reported as medium with low confidence. Private endpoints, APIs \
      whose resource policy shuts strangers out, preflight OPTIONS routes, mocks and routes to plain HTTP \
      back ends are left out.
      """,
    remediation: Remediation(
      "Give the API a default authorizer, and leave single routes open only on purpose.",
      snippets: [
        .cloudFormation: """
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            AuthorizationType: COGNITO_USER_POOLS
            AuthorizerId: !Ref Authorizer
        """,
        .sam: """
        {name}:
          Type: AWS::Serverless::Api
          Properties:
            StageName: live
            Auth:
              DefaultAuthorizer: Users
              Authorizers:
                Users:
                  UserPoolArn: !GetAtt UserPool.Arn
        """,
        .serverlessFramework: """
        functions:
          {name}:
            events:
              - http:
                  path: orders
                  method: get
                  authorizer:
                    type: COGNITO_USER_POOLS
                    authorizerId: !Ref Authorizer
        """,
      ],
      variants: [
        .httpAPI: [
          .cloudFormation: """
          Route:
            Type: AWS::ApiGatewayV2::Route
            Properties:
              AuthorizationType: JWT
              AuthorizerId: !Ref Authorizer
          """,
          .sam: """
          {name}:
            Type: AWS::Serverless::HttpApi
            Properties:
              Auth:
                DefaultAuthorizer: Users
                Authorizers:
                  Users:
                    IdentitySource: $request.header.Authorization
                    JwtConfiguration:
                      issuer: !GetAtt UserPool.ProviderURL
                      audience: [!Ref UserPoolClient]
          """,
          .serverlessFramework: """
          provider:
            httpApi:
              authorizers:
                users:
                  type: jwt
                  identitySource: $request.header.Authorization
                  issuerUrl: !GetAtt UserPool.ProviderURL
                  audience: [!Ref UserPoolClient]
          functions:
            {name}:
              events:
                - httpApi:
                    path: /orders
                    method: get
                    authorizer:
                      name: users
          """,
        ],
        .webSocketAPI: [
          .cloudFormation: """
          ConnectRoute:
            Type: AWS::ApiGatewayV2::Route
            Properties:
              RouteKey: $connect
              AuthorizationType: CUSTOM
              AuthorizerId: !Ref Authorizer
          """,
          .serverlessFramework: """
          functions:
            connect:
              handler: app.connect
              events:
                - websocket:
                    route: $connect
                    authorizer:
                      name: authorize
                      identitySource: route.request.querystring.token
            authorize:
              handler: app.authorize
          """,
        ],
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
      "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.application.functions.map { verdict(about: $0, in: context) }
      + context.application.apis.filter { $0.kind == .webSocket }.map {
        verdict(aboutWebSocket: $0, in: context)
      }
      + context.application.apis.filter { $0.kind == .rest || $0.kind == .http }
      .map { verdict(aboutServicesOf: $0, in: context) }
  }

  // MARK: Functions

  private func verdict(about function: Function, in context: RuleContext) -> Verdict {
    let triggers = function.triggers.filter { trigger in
      (trigger.kind == .restAPI || trigger.kind == .httpAPI) && !isPreflight(trigger)
    }
    if triggers.isEmpty { return .notApplicable }
    let open = triggers.filter { $0.authorizer == .none && front(of: $0, in: context) == .open }
    guard let first = open.first else { return doubt(about: triggers, in: context) ?? .pass }
    return .fail([finding(about: function, open: open, at: first.location, in: context)])
  }

  private func isPreflight(_ trigger: Trigger) -> Bool {
    trigger.detail?.uppercased().hasPrefix("OPTIONS ") ?? false
  }

  private func front(of trigger: Trigger, in context: RuleContext) -> APIFront {
    context.application.api(of: trigger)?.front ?? .open
  }

  private func doubt(about triggers: [Trigger], in context: RuleContext) -> Verdict? {
    for trigger in triggers {
      if case .unresolved(let expression) = trigger.authorizer {
        return .undetermined(reason: "the authorization is \(expression)", at: trigger.location)
      }
      if trigger.authorizer == .none, case .unknown(let reason) = front(of: trigger, in: context) {
        return .undetermined(reason: reason, at: trigger.location)
      }
    }
    return nil
  }

  private func finding(
    about function: Function, open: [Trigger], at location: SourceLocation, in context: RuleContext
  ) -> Finding {
    let titles = open.compactMap(\.detail)
    let isUsual = !titles.isEmpty && titles.allSatisfy(PublicPath.isUsual)
    let routes = titles.count == 1 ? "its route \(titles[0]) has" : "its routes \(titles.inSentence()) have"
    let data = context.graph.dataSummary(of: function).map { " Its role reaches \($0)." } ?? ""
    let check = context.code[function]?.callerCheck
    // Behind a route for all paths stands a router, and the check may be that of one of its routes.
    let isOneRoute = titles.count == 1 && !titles[0].contains("{proxy+}") && !titles[0].hasSuffix("$default")
    let usual =
      check != nil
      ? ""
      : isUsual
        ? " Such a path is often public on purpose; accept the finding if the handler checks the caller." : ""
    let checked =
      check.map { " Its code itself \($0.what) (\($0.location.path):\($0.location.line))." } ?? ""
    var found = finding(
      "Anyone on the internet can call '\(function.name)': \(routes) no authorization."
        + "\(checked)\(data)\(usual)",
      about: function, at: location,
      severity: check.map { $0.isStrong && isOneRoute ? .low : .medium } ?? (isUsual ? .medium : nil),
      confidence: check != nil ? .medium : isUsual ? .low : .high,
      trace: open.dropFirst().map {
        TraceStep(at: $0.location, note: "\($0.detail ?? "a route") is open as well")
      },
      in: context
    ).showing(
      open.first?.exampleKind ?? .restAPI, named: function.name,
      on: open.first.flatMap { context.application.api(of: $0) }, of: Self.metadata, in: context)
    if check != nil { found.remediation = CallerCheckAdvice.text }
    return found
  }

  // MARK: WebSocket APIs

  /// Only `$connect` can ask who is there; once connected, every other route is free.
  private func verdict(aboutWebSocket api: API, in context: RuleContext) -> Verdict {
    guard api.front == .open else { return .pass }
    let connect = api.routes.first { $0.path == "$connect" }
    if let question = connect?.openQuestion {
      return .undetermined(
        reason: "the authorization of $connect is \(question)", at: connect?.location ?? api.location)
    }
    guard connect?.isOpen ?? !api.routes.isEmpty else { return .pass }
    let functions = context.graph.functions(triggeredBy: api.id)
    if functions.isEmpty { return .notApplicable }
    let what = connect == nil ? "has no $connect route that could ask who is there" : "lets everyone connect"
    return .fail([
      finding(
        """
        The WebSocket API '\(api.name)' \(what): anyone on the internet can send messages to \
        \(functions.map(\.name).quotedInSentence()).
        """,
        about: api, functions: functions, at: connect?.location, in: context
      ).showing(.webSocketAPI, named: api.name, of: Self.metadata, in: context)
    ])
  }

  // MARK: Other services

  /// Routes by which the API itself calls a service; state machines belong to another rule.
  private func verdict(aboutServicesOf api: API, in context: RuleContext) -> Verdict {
    var open: [(route: Route, action: String)] = []
    for route in api.routes where route.isOpen && !route.isPreflight {
      guard case .service(let action, _) = route.integration, !action.isAboutStateMachines else { continue }
      open.append((route, action))
    }
    guard api.front == .open, let first = open.first else { return .notApplicable }
    let routes = open.map { "\($0.route.title) (\($0.action))" }
    return .fail([
      finding(
        """
        Anyone on the internet can make '\(api.name)' call other services: \(routes.inSentence()) \
        \(routes.count == 1 ? "has" : "have") no authorization, and the API acts with its own role.
        """,
        about: api, functions: [], at: first.route.location, discriminator: "services", in: context
      ).showing(api.exampleKind, named: api.name, of: Self.metadata, in: context)
    ])
  }
}

extension String {
  /// `states:StartExecution`, and HTTP APIs' `StepFunctions:StartExecution`.
  var isAboutStateMachines: Bool {
    let action = lowercased()
    return action.hasPrefix("states:") || action.hasPrefix("stepfunctions:")
  }
}
