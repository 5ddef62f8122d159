import FindingModel
import ScanPipeline
import Testing

/// Examples of advice configure what the finding is about, or there is none.
@Suite struct ExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: String
    let about: String
    let file: String
    let text: String
    /// In the advice; `nil` for advice without an example.
    let shows: String?
    var testDescription: String { "\(rule) about \(about)" }
  }

  @Test(arguments: Self.cases)
  func showsWhatTheFindingIsAbout(_ example: Case) throws {
    let tree = try TemporaryTree([
      example.file: example.text, "src/index.js": "exports.handler = async () => 1;",
    ])
    let found = try #require(try tree.scan().findings.first { $0.finding.rule == example.rule }).finding
    if let shows = example.shows {
      #expect(found.remediation.contains(shows), "\(found.remediation)")
    } else {
      #expect(!found.remediation.contains("\n\n"), "\(found.remediation)")
    }
  }

  private static func sam(_ event: String, _ more: String = "") -> String {
    """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Run:
        Type: AWS::Serverless::Function
        Properties:
          Handler: index.handler
          Runtime: nodejs24.x
          CodeUri: src/
          \(event)

    """ + more
  }

  /// Of code that nobody can read nobody knows what it needs.
  private static func unread(_ properties: String) -> String {
    sam(properties).replacing("index.handler", with: "gone.handler")
  }

  private static func service(_ event: String) -> String {
    """
    service: shop
    provider: {name: aws, runtime: nodejs24.x}
    functions:
      run: {handler: src/index.handler, events: [\(event)]}
    """
  }

  private static let rest = "Events: {A: {Type: Api, Properties: {Path: /a, Method: get}}}"
  private static let http = "Events: {A: {Type: HttpApi, Properties: {Path: /a, Method: get}}}"
  private static let permission = """
      Permission:
        Type: AWS::Lambda::Permission
        Properties: {Action: 'lambda:InvokeFunction', FunctionName: !Ref Run, Principal: PRINCIPAL}
    """
  private static func may(_ action: String) -> String {
    "Policies: [{Statement: [{Effect: Allow, Action: '\(action)', Resource: '*'}]}]"
  }

  static let cases: [Case] =
    [
      ("sas8-no-throttle", "a REST API", sam(rest), "MethodSettings"),
      ("sas8-no-throttle", "an HTTP API", sam(http), "Globals:\n  HttpApi:\n    DefaultRouteSettings"),
      ("sas2-apigw-method-none", "a REST API", sam(rest), "UserPoolArn"),
      ("sas2-apigw-method-none", "an HTTP API", sam(http), "JwtConfiguration"),
      (
        "sas2-cors-any", "a function URL",
        sam("FunctionUrlConfig: {AuthType: AWS_IAM, Cors: {AllowOrigins: ['*'], AllowCredentials: true}}"),
        "FunctionUrlConfig"
      ),
      (
        "sas2-cors-any", "an HTTP API",
        sam(
          "Events: {A: {Type: HttpApi, Properties: {Path: /a, Method: get, ApiId: !Ref Shop}}}",
          """
            Shop:
              Type: AWS::Serverless::HttpApi
              Properties: {CorsConfiguration: {AllowOrigins: ['*'], AllowCredentials: true}}
          """), "AWS::Serverless::HttpApi"
      ),
      (
        "sas2-confused-deputy", "API Gateway",
        sam("", permission.replacing("PRINCIPAL", with: "apigateway.amazonaws.com")), "execute-api"
      ),
      (
        "sas2-confused-deputy", "S3", sam("", permission.replacing("PRINCIPAL", with: "s3.amazonaws.com")),
        "SourceAccount"
      ),
      (
        "sas2-confused-deputy", "another service",
        sam("", permission.replacing("PRINCIPAL", with: "lex.amazonaws.com")),
        "Principal: service.amazonaws.com"
      ),
      (
        "sas2-apikey-only", "a GraphQL API",
        sam(
          "", "  Graph: {Type: AWS::AppSync::GraphQLApi, Properties: {Name: g, AuthenticationType: API_KEY}}"),
        "AMAZON_COGNITO_USER_POOLS"
      ),
      ("sas4-data-exfiltration", "objects", unread(may("s3:GetObject")), "Action: s3:GetObject"),
      ("sas4-data-exfiltration", "parameters", unread(may("ssm:GetParameter")), "Action: ssm:GetParameter"),
      ("sas4-service-wildcard", "tables", unread(may("dynamodb:*")), "dynamodb:GetItem"),
      ("sas4-service-wildcard", "a service without an example", unread(may("rds:*")), nil),
    ].map { Case(rule: $0.0, about: $0.1, file: "template.yaml", text: $0.2, shows: $0.3) }
    + [
      ("sas8-no-throttle", "a WebSocket API", "{websocket: $connect}", "WebsocketsDeploymentStage"),
      ("sas8-no-throttle", "an HTTP API", "{httpApi: 'GET /a'}", "HttpApiStage"),
      ("sas8-no-throttle", "a REST API", "{http: 'GET a'}", nil),
      ("sas2-apigw-method-none", "a WebSocket API", "{websocket: $connect}", "route: $connect"),
      ("sas2-apigw-method-none", "an HTTP API", "{httpApi: 'GET /a'}", "- httpApi:"),
      ("sas2-apigw-method-none", "a REST API", "{http: 'GET a'}", "- http:"),
    ].map { Case(rule: $0.0, about: $0.1, file: "serverless.yml", text: service($0.2), shows: $0.3) }
}
