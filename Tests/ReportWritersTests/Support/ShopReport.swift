import FindingModel

/// A realistic report: a shop of eight functions with a flaw of most kinds.
enum ShopReport {
  static let template = "shop/template.yaml"

  static let report = ScanReport(
    toolVersion: "0.3.0", asOf: "2026-11-20", functions: functions,
    findings: findings.sorted { $0.finding.location < $1.finding.location },
    notChecked: [
      NotChecked(path: "legacy/serverless.yml", reason: "line 14, column 3: expected a value after the key"),
      NotChecked(
        path: "dist/bundle.json", reason: "104857600 bytes, more than the limit of 10485760 bytes",
        isError: false),
    ],
    unresolved: [
      Unresolved(at: place(212, 20), expression: "!ImportValue network-vpc"),
      Unresolved(at: place(88, 15), expression: "${ssm:/shop/${Stage}/table}"),
    ],
    notices: [
      "The runtime calendar is 220 days old; update Parapet to know of runtimes announced since.",
      "The suppression at shop/template.yaml:301 matches no finding and can be removed.",
    ],
    statistics: ScanStatistics(applications: 1, files: 14, rules: 52, width: 100))

  static let empty = ScanReport(
    toolVersion: "0.3.0", asOf: "2026-11-20", functions: [], findings: [], notChecked: [], unresolved: [],
    notices: [], statistics: ScanStatistics(applications: 0, files: 3, rules: 52, width: 100))

  static let clean = ScanReport(
    toolVersion: "0.3.0", asOf: "2026-11-20",
    functions: [
      function(
        "Catalogue", line: 12, exposure: .authenticated, paths: ["Signed-in users through GET /items"],
        score: 4, verdict: .accept, reason: "Nothing was found.", risks: [:])
    ], findings: [], notChecked: [], unresolved: [], notices: [],
    statistics: ScanStatistics(applications: 1, files: 1, rules: 52, width: 100))

  static func place(_ line: Int, _ column: Int, length: Int = 8) -> SourceLocation {
    SourceLocation(path: template, line: line, column: column, endLine: line, endColumn: column + length)
  }

  static func function(
    _ name: String, line: Int, runtime: String? = "python3.13", exposure: Exposure, paths: [String],
    score: Int, verdict: FunctionVerdict, reason: String, risks: [Risk: Severity]
  ) -> FunctionSummary {
    FunctionSummary(
      name: name, application: template, runtime: runtime,
      handler: runtime == nil ? nil : "app.handler", location: place(line, 3, length: name.count),
      exposure: exposure, exposurePaths: paths, riskScore: score, verdict: verdict, verdictReason: reason,
      risks: risks)
  }

  static func finding(
    _ rule: RuleMetadata, _ subject: Subject, functions: [String], at location: SourceLocation,
    severity: Severity? = nil, confidence: Confidence = .high, trace: [TraceStep] = [],
    discriminator: String = "", condition: String? = nil, message: String
  ) -> Finding {
    let snippet = rule.remediation.snippet(for: .sam).map { "\n\n" + $0 } ?? ""
    return Finding(
      rule: rule.id, risk: rule.risk, weaknesses: rule.weaknesses, severity: severity ?? rule.severity,
      confidence: confidence, title: rule.title, message: message,
      remediation: rule.remediation.advice + snippet, subject: subject, application: template,
      functions: functions, location: location, trace: trace, references: rule.references,
      discriminator: discriminator, condition: condition)
  }

  private static let functions = [
    function(
      "Catalogue", line: 22, exposure: .internet, paths: ["Anyone on the internet through GET /items"],
      score: 31, verdict: .accept, reason: "What is left is of medium severity or less.",
      risks: [.denialOfServiceAndWallet: .medium]),
    function(
      "Checkout", line: 41, exposure: .internet,
      paths: [
        "Anyone on the internet through POST /checkout", "Anyone on the internet through its function URL",
      ], score: 94, verdict: .fix, reason: "Anyone can call it, and it holds a secret in plain text.",
      risks: [
        .brokenAuthentication: .critical, .overPrivilegedRoles: .high, .insecureSecrets: .critical,
        .denialOfServiceAndWallet: .medium, .verboseErrors: .info,
      ]),
    function(
      "FulfilOrder", line: 97, exposure: .internet,
      paths: ["Anyone on the internet through messages to the queue OrderQueue"], score: 72, verdict: .fix,
      reason: "Anyone can send it messages.",
      risks: [.brokenAuthentication: .high, .overPrivilegedRoles: .high]),
    function(
      "MakeThumbnail", line: 130, runtime: "nodejs14.x", exposure: .authenticated,
      paths: ["Signed-in users through uploads to the bucket Uploads"], score: 48, verdict: .protect,
      reason: "Its runtime cannot be changed today, and its input comes from users.",
      risks: [.overPrivilegedRoles: .low, .obsoleteParts: .medium]),
    function(
      "NightlyReport", line: 161, exposure: .account, paths: ["The schedule NightlyReportSchedule"],
      score: 22, verdict: .accept, reason: "Only the account can run it.",
      risks: [.overPrivilegedRoles: .low, .obsoleteParts: .medium]),
    function(
      "PartnerImport", line: 190, runtime: nil, exposure: .otherAccount,
      paths: ["The account 444455556666 through its permission"], score: 55, verdict: .protect,
      reason: "Another account can run it with input of its choice.", risks: [.insecureSecrets: .high]),
    function(
      "Pay", line: 221, exposure: .internet, paths: ["Anyone on the internet through POST /pay"], score: 81,
      verdict: .fix, reason: "Anyone can call it.",
      risks: [.brokenAuthentication: .high, .overPrivilegedRoles: .high, .denialOfServiceAndWallet: .medium]),
    function(
      "UnusedMigration", line: 260, exposure: .nobody, paths: [], score: 5, verdict: .accept,
      reason: "Nothing makes it run.", risks: [:]),
  ]

  private static let findings: [ReportedFinding] = checkout + others + shared + suppressed

  private static let checkout = [
    ReportedFinding(
      finding(
        ShopRules.openFunctionURL, .function(name: "Checkout"), functions: ["Checkout"], at: place(55, 9),
        message: "The URL of 'Checkout' has the authorization type NONE, so anyone can call it.")),
    ReportedFinding(
      finding(
        ShopRules.plainSecret, .function(name: "Checkout"), functions: ["Checkout"],
        at: place(62, 11, length: 30), discriminator: "STRIPE_KEY",
        message:
          "The variable STRIPE_KEY of 'Checkout' holds what looks like a live payment key: sk_l…(32 characters)."
      )),
    ReportedFinding(
      finding(
        ShopRules.wildcardActions, .role(name: "CheckoutRole"), functions: ["Checkout"], at: place(70, 15),
        trace: [
          TraceStep(at: place(48, 7), note: "'Checkout' executes as the role CheckoutRole"),
          TraceStep(at: place(70, 15), note: "a statement of its policy allows dynamodb:* on every table"),
          TraceStep(
            at: SourceLocation(path: "shop/data.yaml", line: 9, column: 3),
            note: "the table Customers, which it never uses, is among them"),
        ], discriminator: "dynamodb:*", condition: "Stage is 'prod'",
        message: "The role of 'Checkout' allows every action of DynamoDB on every table of the account.")),
    ReportedFinding(
      finding(
        ShopRules.unlimitedConcurrency, .function(name: "Checkout"), functions: ["Checkout"],
        at: place(41, 3), message: "'Checkout' is open to the internet and has no limit of concurrency."),
      baseline: .unchanged),
    ReportedFinding(
      finding(
        ShopRules.verboseGateway, .function(name: "Checkout"), functions: ["Checkout"], at: place(64, 11),
        confidence: .medium, discriminator: "DEBUG",
        message: "The variable DEBUG of 'Checkout' is 'true' on every stage.")),
  ]

  private static let others = [
    ReportedFinding(
      finding(
        ShopRules.openRoute, .function(name: "Pay"), functions: ["Pay"], at: place(233, 11),
        discriminator: "POST /pay", message: "POST /pay runs 'Pay' without an authorizer.")),
    ReportedFinding(
      finding(
        ShopRules.wildcardActions, .role(name: "PayRole"), functions: ["Pay"], at: place(240, 15),
        discriminator: "kms:*", message: "The role of 'Pay' allows every action of KMS on every key.")),
    ReportedFinding(
      finding(
        ShopRules.unlimitedConcurrency, .function(name: "Pay"), functions: ["Pay"], at: place(221, 3),
        message: "'Pay' is open to the internet and has no limit of concurrency."), baseline: .unchanged),
    ReportedFinding(
      finding(
        ShopRules.publicQueue, .resource(name: "OrderQueue", type: "AWS::SQS::Queue"),
        functions: ["FulfilOrder"], at: place(110, 11),
        trace: [
          TraceStep(at: place(110, 11), note: "the queue's policy lets anyone send messages"),
          TraceStep(at: place(99, 9), note: "each message runs 'FulfilOrder'"),
        ], message: "Anyone may send messages to 'OrderQueue', which run 'FulfilOrder'.")),
    ReportedFinding(
      finding(
        ShopRules.wildcardActions, .role(name: "FulfilOrderRole"), functions: ["FulfilOrder"],
        at: place(120, 15), discriminator: "s3:*",
        message: "The role of 'FulfilOrder' allows every action of S3 on every bucket.")),
    ReportedFinding(
      finding(
        ShopRules.plainSecret, .function(name: "PartnerImport"), functions: ["PartnerImport"],
        at: place(199, 11), severity: .high, confidence: .low, discriminator: "PARTNER_TOKEN",
        message:
          "The variable PARTNER_TOKEN of 'PartnerImport' holds what may be a token: 9f3c…(40 characters)."
      )),
  ]

  private static let shared = [
    ReportedFinding(
      finding(
        ShopRules.sharedRole, .role(name: "BatchRole"), functions: ["MakeThumbnail", "NightlyReport"],
        at: place(175, 3), message: "'MakeThumbnail' and 'NightlyReport' share the role 'BatchRole'.")),
    ReportedFinding(
      finding(
        ShopRules.obsoleteRuntime, .file(path: template), functions: ["MakeThumbnail", "NightlyReport"],
        at: place(6, 5, length: 19),
        message: "nodejs14.x, set in Globals, has been without security fixes since 2023-12-04.")),
    ReportedFinding(
      finding(
        ShopRules.noTracing, .resource(name: "ShopApi", type: "AWS::Serverless::HttpApi"), functions: [],
        at: place(15, 3), message: "The stage of 'ShopApi' writes no access log.")),
  ]

  private static let suppressed = [
    ReportedFinding(
      finding(
        ShopRules.openRoute, .function(name: "Catalogue"), functions: ["Catalogue"], at: place(30, 11),
        discriminator: "GET /items", message: "GET /items runs 'Catalogue' without an authorizer."),
      suppression: Suppression(
        reason: "The catalogue is public on purpose.", until: "2027-01-31", location: place(29, 11)))
  ]
}
