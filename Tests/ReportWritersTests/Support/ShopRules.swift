import FindingModel

/// The rules of the sample report: shaped like the catalogue's, written for these tests.
enum ShopRules {
  static let all = [
    openFunctionURL, openRoute, wildcardActions, sharedRole, plainSecret, publicQueue, unlimitedConcurrency,
    obsoleteRuntime, noTracing, verboseGateway,
  ]

  static let openFunctionURL = RuleMetadata(
    id: "sas2-public-function-url", risk: .brokenAuthentication,
    title: "Function URL without authentication", severity: .critical, weaknesses: [306, 862],
    peers: ["checkov:CKV_AWS_258"],
    rationale: """
      A function URL with the authorization type NONE is an HTTPS address that runs the function for anyone \
      who finds it. The platform checks nothing before the handler runs. Such addresses are found by scanning \
      within hours.
      """,
    blindSpots: "Authentication inside the handler is not seen.",
    remediation: Remediation(
      "Set the authorization type to AWS_IAM and give callers permission to invoke the URL.",
      snippets: [
        .cloudFormation: """
        CheckoutUrl:
          Type: AWS::Lambda::Url
          Properties:
            AuthType: AWS_IAM
            TargetFunctionArn: !GetAtt Checkout.Arn
        """,
        .sam: """
        Checkout:
          Type: AWS::Serverless::Function
          Properties:
            FunctionUrlConfig:
              AuthType: AWS_IAM
        """,
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"])

  static let openRoute = RuleMetadata(
    id: "sas2-open-route", risk: .brokenAuthentication, title: "API route without authorizer",
    severity: .high, weaknesses: [306],
    rationale: """
      A route without an authorizer hands every request to its function. Routes that change data are expected \
      to know who asks.
      """,
    blindSpots: "A route that is meant to be public looks the same.",
    remediation: Remediation(
      "Give the route an authorizer, or state that it is public.",
      snippets: [
        .cloudFormation: """
        PayRoute:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            AuthorizationType: JWT
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html"
    ])

  static let wildcardActions = RuleMetadata(
    id: "sas4-wildcard-action", risk: .overPrivilegedRoles, title: "Role allows every action of a service",
    severity: .high, weaknesses: [250, 732], peers: ["checkov:CKV_AWS_107", "cfn-nag:W11"],
    rationale: """
      Whoever gets hold of the function's credentials can do what its role can do. With every action of a \
      service allowed, reading one table becomes deleting all of them.
      """,
    blindSpots: "Permission boundaries that are attached outside the template are not seen.",
    remediation: Remediation(
      "Name the actions the function calls and the table it calls them on.",
      snippets: [
        .cloudFormation: """
        Statement:
          - Effect: Allow
            Action: [dynamodb:GetItem, dynamodb:Query]
            Resource: !GetAtt Orders.Arn
        """
      ]),
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"])

  static let sharedRole = RuleMetadata(
    id: "sas4-shared-role", risk: .overPrivilegedRoles, title: "Role shared by several functions",
    severity: .low, profile: .strict, weaknesses: [250],
    rationale: "Functions that share a role have each other's permissions, needed or not.", blindSpots: "",
    remediation: Remediation("Give each function a role of its own."),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html"])

  static let plainSecret = RuleMetadata(
    id: "sas7-secret-in-environment", risk: .insecureSecrets, title: "Secret in an environment variable",
    severity: .critical, weaknesses: [798, 312], peers: ["checkov:CKV_SECRET_2"],
    rationale: """
      Environment variables are readable by everyone who may read the function's configuration, and they are \
      in the repository's history for ever.
      """,
    blindSpots: "Secrets that look like ordinary words are not recognised.",
    remediation: Remediation(
      "Revoke the secret, store the new one in a secrets manager, and read it at start-up.",
      snippets: [
        .cloudFormation: """
        Environment:
          Variables:
            STRIPE_KEY_ARN: !Ref StripeKey
        """
      ]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"])

  static let publicQueue = RuleMetadata(
    id: "sas2-public-queue", risk: .brokenAuthentication, title: "Queue that anyone may send to",
    severity: .high, weaknesses: [284],
    rationale: "A message sent by a stranger runs the function that reads the queue.", blindSpots: "",
    remediation: Remediation(
      "Name the senders as principals, or restrict them by aws:SourceArn.",
      snippets: [
        .cloudFormation: """
        Condition:
          ArnEquals:
            aws:SourceArn: !Ref OrdersTopic
        """
      ]),
    references: ["https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html"])

  static let unlimitedConcurrency = RuleMetadata(
    id: "sas8-unlimited-concurrency", risk: .denialOfServiceAndWallet,
    title: "Exposed function without a concurrency limit", severity: .medium, weaknesses: [770, 400],
    rationale: """
      One function that anyone may call as often as he likes can use up the account's concurrency, which stops \
      every other function, and its budget.
      """,
    blindSpots: "Throttling by a web firewall outside the template is not seen.",
    remediation: Remediation(
      "Reserve a concurrency, or throttle the route.",
      snippets: [.cloudFormation: "ReservedConcurrentExecutions: 20"]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html"])

  static let obsoleteRuntime = RuleMetadata(
    id: "sas11-obsolete-runtime", risk: .obsoleteParts, title: "Runtime past its end of support",
    severity: .medium, weaknesses: [1104],
    rationale: "After the end of support no security fix reaches the runtime.", blindSpots: "",
    remediation: Remediation(
      "Move to a supported runtime.", snippets: [.cloudFormation: "Runtime: python3.13"]),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"])

  static let noTracing = RuleMetadata(
    id: "sas5-no-access-log", risk: .inadequateMonitoring, title: "API without access log", severity: .low,
    weaknesses: [778],
    rationale: "Without an access log nobody can tell afterwards who called what.", blindSpots: "",
    remediation: Remediation(
      "Turn on the stage's access log.",
      snippets: [.cloudFormation: "AccessLogSettings:\n  DestinationArn: !GetAtt ApiLog.Arn"]),
    references: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"])

  static let verboseGateway = RuleMetadata(
    id: "sas10-debug-setting", risk: .verboseErrors, title: "Debug setting in production", severity: .info,
    profile: .strict, weaknesses: [209],
    rationale: "Debug output tells an attacker about names, versions and paths.", blindSpots: "",
    remediation: Remediation("Remove the setting from the production stage."),
    references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"])
}
