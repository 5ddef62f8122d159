import ApplicationGraph
import ApplicationModel
import FindingModel
import Testing

/// APIs and function URLs that ask for IAM: who outside the account gets a role that may call them.
@Suite struct FederatedCallersTests {
  @Test(arguments: Self.pools + Self.grants + Self.others)
  func whoHoldsARoleThatMayCall(template: SmallTemplate, exposure: Exposure) throws {
    let (graph, function) = try template.graph()
    #expect(graph.exposure(of: function) == exposure, "\(graph.exposurePaths(of: function).map(\.summary))")
  }

  @Test func saysThatARoleOfAnotherStackIsAnAssumption() throws {
    let (graph, function) = try SmallTemplate("", Self.api + Self.policyOfAnotherStack).graph()
    #expect(graph.exposurePaths(of: function).map(\.isAssumed) == [true])
    #expect(graph.exposurePaths(of: function).map(\.exposure) == [.authenticated])
  }

  @Test func believesCodeThatReadsTheIdentityOfACaller() throws {
    let (graph, function) = try SmallTemplate("", Self.api).graph()
    var seen = CodeObservations()
    #expect(graph.observing(seen).exposure(of: function) == .account)
    seen.poolIdentityReaders = [function.id]
    #expect(graph.observing(seen).exposure(of: function) == .authenticated)
  }

  // MARK: Templates

  private static let api = """
    API: {Type: AWS::ApiGateway::RestApi, Properties: {Name: orders}}
    Orders:
      Type: AWS::ApiGateway::Resource
      Properties: {RestApiId: !Ref API, PathPart: orders, ParentId: !GetAtt API.RootResourceId}
    Method:
      Type: AWS::ApiGateway::Method
      Properties:
        RestApiId: !Ref API
        ResourceId: !Ref Orders
        HttpMethod: GET
        AuthorizationType: AWS_IAM
        Integration:
          Type: AWS_PROXY
          IntegrationHttpMethod: POST
          Uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Work.Arn}/invocations"

    """

  private static let wholeAPI = "!Sub 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${API}/*'"

  private static func pool(guests: Bool, attach: String) -> String {
    """
    Pool: {Type: AWS::Cognito::IdentityPool, Properties: {AllowUnauthenticatedIdentities: \(guests)}}
    Attach:
      Type: AWS::Cognito::IdentityPoolRoleAttachment
      Properties: {IdentityPoolId: !Ref Pool, Roles: {\(attach): !GetAtt Visitor.Arn}}

    """
  }

  private static func visitor(
    _ resource: String = wholeAPI, action: String = "execute-api:Invoke", more: String = "",
    trust: String = "{Federated: cognito-identity.amazonaws.com}", condition: String = ""
  ) -> String {
    """
    Visitor:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Statement: [{Effect: Allow, Principal: \(trust), Action: 'sts:AssumeRoleWithWebIdentity'\(condition)}]
        Policies:
          - PolicyName: call
            PolicyDocument:
              Statement: [{Effect: Allow, Action: '\(action)', Resource: \(resource)}\(more)]

    """
  }

  static let pools: [(SmallTemplate, Exposure)] = [
    (
      SmallTemplate("guests", api + pool(guests: true, attach: "unauthenticated") + visitor()), .internet
    ),
    (
      SmallTemplate("no guests", api + pool(guests: false, attach: "unauthenticated") + visitor()), .account
    ),
    (
      SmallTemplate("signed-in users", api + pool(guests: true, attach: "authenticated") + visitor()),
      .authenticated
    ),
    (SmallTemplate("nobody but the account", api), .account),
  ]

  private static func guests(_ role: String) -> String {
    api + pool(guests: true, attach: "unauthenticated") + role
  }

  static let grants: [(SmallTemplate, Exposure)] = [
    (SmallTemplate("every API", guests(visitor("'*'"))), .internet),
    (SmallTemplate("APIs of any name", guests(visitor("'arn:aws:execute-api:*:*:*/live/GET/*'"))), .internet),
    (SmallTemplate("another API", guests(visitor("'arn:aws:execute-api:*:*:a1b2c3d4e5/*'"))), .account),
    (
      SmallTemplate("another method", guests(visitor("!Sub 'arn:aws:execute-api:*:*:${API}/*/POST/*'"))),
      .account
    ),
    (
      SmallTemplate("the path", guests(visitor("!Sub 'arn:aws:execute-api:*:*:${API}/*/*/orders'"))),
      .internet
    ),
    (
      SmallTemplate("another path", guests(visitor("!Sub 'arn:aws:execute-api:*:*:${API}/*/*/carts/*'"))),
      .account
    ),
    (SmallTemplate("another action", guests(visitor(action: "execute-api:ManageConnections"))), .account),
    (
      SmallTemplate(
        "denied",
        guests(visitor(more: ", {Effect: Deny, Action: 'execute-api:*', Resource: '*'}"))), .account
    ),
  ]

  private static let policyOfAnotherStack = """
    Callers:
      Type: AWS::IAM::Policy
      Properties:
        PolicyName: callers
        PolicyDocument: {Statement: [{Effect: Allow, Action: 'execute-api:Invoke', Resource: \(wholeAPI)}]}
        Roles: [!ImportValue other-AuthRole]
    """

  private static let url =
    "URL: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Work, AuthType: AWS_IAM}}\n"

  static let others: [(SmallTemplate, Exposure)] = [
    (
      SmallTemplate(
        "a URL that guests may call",
        url + pool(guests: true, attach: "unauthenticated")
          + visitor("!GetAtt Work.Arn", action: "lambda:InvokeFunctionUrl")), .internet
    ),
    (
      SmallTemplate(
        "a URL and a role for an API", url + pool(guests: true, attach: "unauthenticated") + visitor("'*'")),
      .account
    ),
    (
      SmallTemplate(
        "guests by the trust policy",
        api
          + visitor(
            condition: ", Condition: {'ForAnyValue:StringLike': "
              + "{'cognito-identity.amazonaws.com:amr': unauthenticated}}")), .internet
    ),
    (
      SmallTemplate(
        "a build server",
        api + visitor(trust: "{Federated: !Sub 'arn:aws:iam::${AWS::AccountId}:oidc-provider/ci.example'}")),
      .account
    ),
  ]
}
