import Documents
import FindingModel
import TemplateLoaders
import Testing

/// The events of a function `hello`, and what stands at some paths of the template's resources.
struct EventCase: CustomTestStringConvertible, Sendable {
  let name: String
  let events: String
  /// Path and compact JSON; a part that contains a slash has `%` in its place.
  let expected: [(String, String)]
  var provider = ""
  var remark: String?

  init(
    _ name: String, _ events: String, provider: String = "", remark: String? = nil,
    _ expected: [(String, String)]
  ) {
    self.name = name
    self.events = events
    self.expected = expected
    self.provider = provider
    self.remark = remark
  }

  var testDescription: String { name }
}

private let target = #"{"Fn::GetAtt":["HelloLambdaFunction","Arn"]}"#
private let arn = #""arn:",{"Ref":"AWS::Partition"}"#
private let own = #"{"Ref":"AWS::Region"},":",{"Ref":"AWS::AccountId"}"#

private func permission(_ id: String, _ principal: String) -> [(String, String)] {
  [
    ("\(id)/Type", "\"AWS::Lambda::Permission\""), ("\(id)/Properties/Principal", "\"\(principal)\""),
    ("\(id)/Properties/FunctionName", target), ("\(id)/Properties/Action", "\"lambda:InvokeFunction\""),
  ]
}

struct ServerlessFrameworkEventTests {
  static let restCases: [EventCase] = [
    EventCase(
      "http as text", "[http: GET users/list]",
      permission("HelloLambdaPermissionApiGateway", "apigateway.amazonaws.com") + [
        ("ApiGatewayRestApi/Properties/Name", "\"dev-shop\""),
        ("ApiGatewayRestApi/Properties/EndpointConfiguration", #"{"Types":["EDGE"]}"#),
        (
          "ApiGatewayResourceUsers/Properties/ParentId",
          #"{"Fn::GetAtt":["ApiGatewayRestApi","RootResourceId"]}"#
        ),
        ("ApiGatewayResourceUsersList/Properties/ParentId", #"{"Ref":"ApiGatewayResourceUsers"}"#),
        ("ApiGatewayMethodUsersListGet/Properties/AuthorizationType", "\"NONE\""),
        ("ApiGatewayMethodUsersListGet/Properties/HttpMethod", "\"GET\""),
        ("ApiGatewayMethodUsersListGet/Properties/ApiKeyRequired", "false"),
        ("ApiGatewayMethodUsersListGet/Properties/Integration/Type", "\"AWS_PROXY\""),
        ("ApiGatewayDeployment/DependsOn", #"["ApiGatewayMethodUsersListGet"]"#),
        ("ApiGatewayStage/Properties/StageName", "\"dev\""),
        (
          "HelloLambdaPermissionApiGateway/Properties/SourceArn",
          #"{"Fn::Join":["",[\#(arn),":execute-api:",\#(own),":",{"Ref":"ApiGatewayRestApi"},"/*/*"]]}"#
        ),
      ]),
    EventCase(
      "http with a parameter", "[http: {path: '/users/{userId}/', method: any}]",
      [
        ("ApiGatewayResourceUsersUseridVar/Properties/PathPart", "\"{userId}\""),
        ("ApiGatewayMethodUsersUseridVarAny/Properties/HttpMethod", "\"ANY\""),
      ]),
    EventCase(
      "http at the root", "[http: {path: /, method: get}]",
      [
        (
          "ApiGatewayMethodGet/Properties/ResourceId",
          #"{"Fn::GetAtt":["ApiGatewayRestApi","RootResourceId"]}"#
        )
      ]),
    EventCase(
      "http for all paths", "[http: 'ANY {proxy+}']",
      [
        ("ApiGatewayResourceProxyVar/Properties/PathPart", "\"{proxy+}\"")
      ]),
    EventCase(
      "http with a key", "[http: {path: a, method: get, private: true}]",
      provider: "apiGateway: {apiKeys: [one, {name: two, value: s}]}",
      [
        ("ApiGatewayMethodAGet/Properties/ApiKeyRequired", "true"),
        ("ApiGatewayApiKey1/Properties/Name", "\"one\""), ("ApiGatewayApiKey2/Properties/Value", "\"s\""),
        ("ApiGatewayUsagePlan/Properties/UsagePlanName", "\"shop-dev\""),
        ("ApiGatewayUsagePlanKey2/Properties/KeyId", #"{"Ref":"ApiGatewayApiKey2"}"#),
      ]),
    EventCase(
      "http with named plans", "[http: GET a]",
      provider: "apiGateway: {apiKeys: [{free: [one]}], usagePlan: [{free: {quota: {limit: 5}}}]}",
      [
        ("ApiGatewayApiKeyFree1/Properties/Name", "\"one\""),
        ("ApiGatewayUsagePlanFree/Properties/Quota", #"{"Limit":5}"#),
      ]),
    EventCase(
      "http signed", "[http: {path: a, method: get, authorizer: aws_iam}]",
      [
        ("ApiGatewayMethodAGet/Properties/AuthorizationType", "\"AWS_IAM\"")
      ]),
    EventCase(
      "http signed, by type", "[http: {path: a, method: get, authorizer: {type: AWS_IAM}}]",
      [
        ("ApiGatewayMethodAGet/Properties/AuthorizationType", "\"AWS_IAM\"")
      ]),
    EventCase(
      "http with an authorizer of the service", "[http: {path: a, method: get, authorizer: guard}]",
      [
        ("ApiGatewayMethodAGet/Properties/AuthorizationType", "\"CUSTOM\""),
        ("ApiGatewayMethodAGet/Properties/AuthorizerId", #"{"Ref":"GuardApiGatewayAuthorizer"}"#),
        ("GuardApiGatewayAuthorizer/Properties/Type", "\"TOKEN\""),
        ("GuardApiGatewayAuthorizer/Properties/IdentitySource", "\"method.request.header.Authorization\""),
        (
          "GuardLambdaPermissionApiGateway/Properties/FunctionName",
          #"{"Fn::GetAtt":["GuardLambdaFunction","Arn"]}"#
        ),
      ]),
    EventCase(
      "http with an authorizer of the request",
      "[http: {path: a, method: get, authorizer: {name: guard, type: request, resultTtlInSeconds: 0}}]",
      [
        ("GuardApiGatewayAuthorizer/Properties/Type", "\"REQUEST\""),
        ("GuardApiGatewayAuthorizer/Properties/AuthorizerResultTtlInSeconds", "0"),
        ("GuardApiGatewayAuthorizer/Properties/IdentitySource", "nothing"),
      ]),
    EventCase(
      "http with an authorizer by ARN",
      "[http: {path: a, method: get, authorizer: 'arn:aws:lambda:us-east-1:111122223333:function:my-svc-guard'}]",
      [
        ("GuardApiGatewayAuthorizer/Properties/Type", "\"TOKEN\""),
        (
          "GuardLambdaPermissionApiGateway/Properties/FunctionName",
          "\"arn:aws:lambda:us-east-1:111122223333:function:my-svc-guard\""
        ),
      ]),
    EventCase(
      "http with a user pool",
      "[http: {path: a, method: get, authorizer: {name: people, type: COGNITO_USER_POOLS, arn: !GetAtt Pool.Arn, scopes: [x]}}]",
      [
        ("PeopleApiGatewayAuthorizer/Properties/Type", "\"COGNITO_USER_POOLS\""),
        ("PeopleApiGatewayAuthorizer/Properties/ProviderARNs", #"[{"Fn::GetAtt":["Pool","Arn"]}]"#),
        ("ApiGatewayMethodAGet/Properties/AuthorizationType", "\"COGNITO_USER_POOLS\""),
        ("ApiGatewayMethodAGet/Properties/AuthorizationScopes", #"["x"]"#),
        ("PeopleLambdaPermissionApiGateway", "nothing"),
      ]),
    EventCase(
      "http with an authorizer by id",
      "[http: {path: a, method: get, authorizer: {type: CUSTOM, authorizerId: !Ref Shared}}]",
      [
        ("ApiGatewayMethodAGet/Properties/AuthorizerId", #"{"Ref":"Shared"}"#),
        ("ApiGatewayMethodAGet/Properties/AuthorizationType", "\"CUSTOM\""),
      ]),
    EventCase(
      "http with an authorizer from outside", "[http: {path: a, method: get, authorizer: '${ssm:/auth}'}]",
      [
        ("ApiGatewayMethodAGet/Properties/AuthorizationType/Fn::Parapet::Unresolved/kind", "\"ssm\"")
      ]),
    EventCase(
      "http with other origins",
      "[http: {path: a, method: get, cors: true}, http: {path: a, method: post, cors: true}]",
      [
        ("ApiGatewayMethodAOptions/Properties/Integration/Type", "\"MOCK\""),
        (
          "ApiGatewayMethodAOptions/Properties/Integration/IntegrationResponses/0/ResponseParameters/method.response.header.Access-Control-Allow-Origin",
          "\"'*'\""
        ),
        (
          "ApiGatewayMethodAOptions/Properties/Integration/IntegrationResponses/0/ResponseParameters/method.response.header.Access-Control-Allow-Methods",
          "\"'OPTIONS,GET,POST'\""
        ),
      ]),
    EventCase(
      "http with one origin and credentials",
      "[http: {path: a, method: get, cors: {origin: 'https://a.example', allowCredentials: true}}]",
      [
        (
          "ApiGatewayMethodAOptions/Properties/Integration/IntegrationResponses/0/ResponseParameters/method.response.header.Access-Control-Allow-Origin",
          "\"'https://a.example'\""
        ),
        (
          "ApiGatewayMethodAOptions/Properties/Integration/IntegrationResponses/0/ResponseParameters/method.response.header.Access-Control-Allow-Credentials",
          "\"'true'\""
        ),
      ]),
    EventCase(
      "http with a schema",
      "[http: {path: a, method: post, request: {schemas: {application/json: {type: object}}, parameters: {querystrings: {q: true}, headers: {h: false}}}}]",
      [
        ("ApiGatewayMethodAPost/Properties/RequestValidatorId", #"{"Ref":"ApiGatewayShopRequestValidator"}"#),
        (
          "ApiGatewayMethodAPost/Properties/RequestModels/application%json",
          #"{"Ref":"ApiGatewayMethodAPostApplicationJsonModel"}"#
        ),
        (
          "ApiGatewayMethodAPost/Properties/RequestParameters",
          #"{"method.request.querystring.q":true,"method.request.header.h":false}"#
        ),
        ("ApiGatewayMethodAPostApplicationJsonModel/Properties/Schema", #"{"type":"object"}"#),
        ("ApiGatewayShopRequestValidator/Properties/ValidateRequestBody", "true"),
      ]),
    EventCase(
      "http without proxy", "[http: {path: a, method: get, integration: lambda}]",
      [
        ("ApiGatewayMethodAGet/Properties/Integration/Type", "\"AWS\""),
        ("ApiGatewayMethodAGet/Properties/Integration/PassthroughBehavior", "\"NEVER\""),
      ]),
    EventCase(
      "http asynchronous", "[http: {path: a, method: get, async: true}]",
      [
        (
          "ApiGatewayMethodAGet/Properties/Integration/RequestParameters",
          #"{"integration.request.header.X-Amz-Invocation-Type":"'Event'"}"#
        )
      ]),
    EventCase(
      "http to another server",
      "[http: {path: a, method: get, integration: http-proxy, request: {uri: 'https://x.example'}}]",
      [
        ("ApiGatewayMethodAGet/Properties/Integration/Uri", "\"https://x.example\""),
        ("ApiGatewayMethodAGet/Properties/Integration/Type", "\"HTTP_PROXY\""),
      ]),
    EventCase(
      "http with logs and tracing", "[http: GET a]",
      provider:
        "logs: {restApi: {level: ERROR, fullExecutionData: false}}, tracing: {apiGateway: true}, logRetentionInDays: 5",
      [
        ("ApiGatewayStage/Properties/TracingEnabled", "true"),
        ("ApiGatewayStage/Properties/MethodSettings/0/LoggingLevel", "\"ERROR\""),
        ("ApiGatewayStage/Properties/MethodSettings/0/DataTraceEnabled", "false"),
        (
          "ApiGatewayLogGroup/Properties",
          #"{"LogGroupName":"/aws/api-gateway/shop-dev","RetentionInDays":5}"#
        ),
      ]),
    EventCase(
      "http on a shared API", "[http: GET users/me]",
      provider:
        "apiGateway: {restApiId: abc, restApiRootResourceId: root, restApiResources: {/users: known}}",
      [
        ("ApiGatewayRestApi", "nothing"), ("ApiGatewayResourceUsers", "nothing"),
        ("ApiGatewayResourceUsersMe/Properties/ParentId", "\"known\""),
        ("ApiGatewayDeployment/Properties/StageName", "\"dev\""),
      ]),
    EventCase(
      "http with a policy", "[http: GET a]",
      provider:
        "endpointType: private, vpcEndpointIds: [vpce-1], apiGateway: {resourcePolicy: [{Effect: Allow}], minimumCompressionSize: 9, disableDefaultEndpoint: true}",
      [
        (
          "ApiGatewayRestApi/Properties/Policy", #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}"#
        ),
        (
          "ApiGatewayRestApi/Properties/EndpointConfiguration",
          #"{"Types":["PRIVATE"],"VpcEndpointIds":["vpce-1"]}"#
        ),
        ("ApiGatewayRestApi/Properties/DisableExecuteApiEndpoint", "true"),
      ]),
    EventCase(
      "httpApi as text", "[httpApi: 'GET /users/{id}']",
      permission("HelloLambdaPermissionHttpApi", "apigateway.amazonaws.com") + [
        ("HttpApi/Properties/ProtocolType", "\"HTTP\""),
        ("HttpApiStage/Properties/StageName", "\"$default\""),
        ("HttpApiRouteGetUsersIdVar/Properties/RouteKey", "\"GET /users/{id}\""),
        ("HttpApiRouteGetUsersIdVar/Properties/AuthorizationType", "\"NONE\""),
        ("HttpApiIntegrationHello/Properties/PayloadFormatVersion", "\"2.0\""),
        ("HttpApi/Properties/CorsConfiguration", "nothing"),
      ]),
    EventCase(
      "httpApi for everything", "[httpApi: '*']",
      [("HttpApiRouteDefault/Properties/RouteKey", "\"$default\"")]),
    EventCase(
      "httpApi with any method", "[httpApi: {path: /a, method: '*'}]",
      [
        ("HttpApiRouteAnyA/Properties/RouteKey", "\"ANY /a\"")
      ]),
    EventCase(
      "httpApi with a token", "[httpApi: {path: /a, method: get, authorizer: {name: login, scopes: [x]}}]",
      provider:
        "httpApi: {authorizers: {login: {identitySource: $request.header.Authorization, issuerUrl: 'https://i', audience: a}}}",
      [
        ("HttpApiRouteGetA/Properties/AuthorizationType", "\"JWT\""),
        ("HttpApiRouteGetA/Properties/AuthorizationScopes", #"["x"]"#),
        ("HttpApiAuthorizerLogin/Properties/JwtConfiguration", #"{"Audience":["a"],"Issuer":"https://i"}"#),
      ]),
    EventCase(
      "httpApi with a function", "[httpApi: {path: /a, method: get, authorizer: check}]",
      provider: "httpApi: {authorizers: {check: {type: request, functionName: guard}}}",
      [
        ("HttpApiRouteGetA/Properties/AuthorizationType", "\"CUSTOM\""),
        ("HttpApiAuthorizerCheck/Properties/AuthorizerType", "\"REQUEST\""),
        (
          "CheckLambdaAuthorizerPermissionHttpApi/Properties/FunctionName",
          #"{"Fn::GetAtt":["GuardLambdaFunction","Arn"]}"#
        ),
      ]),
    EventCase(
      "httpApi signed", "[httpApi: {path: /a, method: get, authorizer: {type: aws_iam}}]",
      [
        ("HttpApiRouteGetA/Properties/AuthorizationType", "\"AWS_IAM\""),
        ("HttpApiRouteGetA/Properties/AuthorizerId", "nothing"),
      ]),
    EventCase(
      "httpApi on a shared API", "[httpApi: {path: /a, method: get, authorizer: {id: xyz}}]",
      provider: "httpApi: {id: abc}",
      [
        ("HttpApi", "nothing"), ("HttpApiRouteGetA/Properties/ApiId", "\"abc\""),
        ("HttpApiRouteGetA/Properties/AuthorizerId", "\"xyz\""),
      ]),
    EventCase(
      "httpApi with other origins", "[httpApi: 'GET /a']",
      provider: "httpApi: {cors: true}, logs: {httpApi: {format: f}}",
      [
        ("HttpApi/Properties/CorsConfiguration/AllowOrigins", #"["*"]"#),
        ("HttpApi/Properties/CorsConfiguration/AllowMethods", #"["OPTIONS","GET"]"#),
        ("HttpApiStage/Properties/AccessLogSettings/Format", "\"f\""),
        ("HttpApiLogGroup/Properties/LogGroupName", "\"/aws/http-api/shop-dev\""),
      ]),
    EventCase(
      "websocket", "[websocket: $connect, websocket: {route: my-route, authorizer: guard}]",
      [
        ("WebsocketsApi/Properties/RouteSelectionExpression", "\"$request.body.action\""),
        ("SconnectWebsocketsRoute/Properties/AuthorizationType", "\"NONE\""),
        ("myDashrouteWebsocketsRoute/Properties/AuthorizationType", "\"CUSTOM\""),
        ("GuardWebsocketsAuthorizer/Properties/IdentitySource", #"["route.request.header.Auth"]"#),
        ("HelloLambdaPermissionWebsockets/Properties/SourceArn", "nothing"),
        ("WebsocketsDeploymentStage/Properties/StageName", "\"dev\""),
      ]),
  ]

  static let sourceCases: [EventCase] = [
    EventCase(
      "sqs", "[sqs: 'arn:aws:sqs:us-east-1:111122223333:queue']",
      [
        ("HelloEventSourceMappingSQSQueue/Properties/BatchSize", "10"),
        ("HelloEventSourceMappingSQSQueue/Properties/Enabled", "true"),
        ("HelloEventSourceMappingSQSQueue/Properties/FunctionName", target),
      ]),
    EventCase(
      "sqs by reference",
      "[sqs: {arn: !GetAtt Jobs.Arn, batchSize: 1, maximumConcurrency: 3, filterPatterns: [{a: [1]}]}]",
      [
        ("HelloEventSourceMappingSQSJobs/Properties/ScalingConfig", #"{"MaximumConcurrency":3}"#),
        (
          "HelloEventSourceMappingSQSJobs/Properties/FilterCriteria",
          #"{"Filters":[{"Pattern":"{\"a\":[1]}"}]}"#
        ),
      ]),
    EventCase(
      "stream of a table", "[stream: 'arn:aws:dynamodb:us-east-1:111122223333:table/orders/stream/2024']",
      [
        ("HelloEventSourceMappingDynamodbOrders/Properties/StartingPosition", "\"TRIM_HORIZON\""),
        ("HelloEventSourceMappingDynamodbOrders/Properties/BatchSize", "10"),
      ]),
    EventCase(
      "stream with options",
      "[stream: {type: kinesis, arn: !GetAtt Readings.Arn, batchWindow: 3, parallelizationFactor: 2, tumblingWindowInSeconds: 9, maximumRecordAgeInSeconds: 60}]",
      [
        ("HelloEventSourceMappingKinesisReadings/Properties/MaximumBatchingWindowInSeconds", "3"),
        ("HelloEventSourceMappingKinesisReadings/Properties/ParallelizationFactor", "2"),
        ("HelloEventSourceMappingKinesisReadings/Properties/TumblingWindowInSeconds", "9"),
      ]),
    EventCase(
      "sns by name", "[sns: my-topic]",
      permission("HelloLambdaPermissionMytopicSNS", "sns.amazonaws.com") + [
        ("SNSTopicMytopic/Properties/TopicName", "\"my-topic\""),
        ("HelloSnsSubscriptionMytopic/Properties/TopicArn", #"{"Ref":"SNSTopicMytopic"}"#),
      ]),
    EventCase(
      "sns by ARN", "[sns: 'arn:aws:sns:us-east-1:111122223333:news']",
      [
        ("SNSTopicNews", "nothing"),
        ("HelloSnsSubscriptionNews/Properties/TopicArn", "\"arn:aws:sns:us-east-1:111122223333:news\""),
        ("HelloLambdaPermissionNewsSNS/Properties/SourceArn", "\"arn:aws:sns:us-east-1:111122223333:news\""),
      ]),
    EventCase(
      "sns by reference",
      "[sns: {arn: !Ref News, topicName: news, filterPolicy: {a: [b]}, redrivePolicy: {deadLetterTargetRef: Dead}}]",
      [
        ("HelloSnsSubscriptionNews/Properties/FilterPolicy", #"{"a":["b"]}"#),
        (
          "HelloSnsSubscriptionNews/Properties/RedrivePolicy",
          #"{"deadLetterTargetArn":{"Fn::GetAtt":["Dead","Arn"]}}"#
        ),
        ("NewsToHelloDLQPolicy/Properties/Queues", #"[{"Ref":"Dead"}]"#),
      ]),
    EventCase(
      "s3", "[s3: photos]",
      permission("HelloLambdaPermissionPhotosS3", "s3.amazonaws.com") + [
        (
          "S3BucketPhotos/Properties/NotificationConfiguration/LambdaConfigurations/0/Event",
          "\"s3:ObjectCreated:*\""
        ),
        ("HelloLambdaPermissionPhotosS3/Properties/SourceAccount", #"{"Ref":"AWS::AccountId"}"#),
        (
          "HelloLambdaPermissionPhotosS3/Properties/SourceArn", #"{"Fn::Join":["",[\#(arn),":s3:::photos"]]}"#
        ),
      ]),
    EventCase(
      "s3 that exists", "[s3: {bucket: old-photos, existing: true, event: 's3:ObjectRemoved:*'}]",
      [
        ("S3BucketOldphotos", "nothing"),
        ("HelloCustomS31/Properties/BucketConfigs", #"[{"Event":"s3:ObjectRemoved:*","Rules":[]}]"#),
        ("HelloLambdaPermissionOldphotosS3/Properties/Principal", "\"s3.amazonaws.com\""),
      ]),
    EventCase(
      "schedule", "[schedule: rate(2 hours)]",
      permission("HelloLambdaPermissionEventsRuleSchedule1", "events.amazonaws.com") + [
        ("HelloEventsRuleSchedule1/Properties/ScheduleExpression", "\"rate(2 hours)\""),
        ("HelloEventsRuleSchedule1/Properties/State", "\"ENABLED\""),
      ]),
    EventCase(
      "schedules",
      "[schedule: {rate: [rate(1 day), cron(0 1 * * ? *)], enabled: false}, schedule: rate(1 hour)]",
      [
        ("HelloEventsRuleSchedule2/Properties/ScheduleExpression", "\"cron(0 1 * * ? *)\""),
        ("HelloEventsRuleSchedule2/Properties/State", "\"DISABLED\""),
        ("HelloEventsRuleSchedule3/Properties/ScheduleExpression", "\"rate(1 hour)\""),
      ]),
    EventCase(
      "scheduler", "[schedule: {rate: rate(1 day), method: scheduler, input: {a: 1}}]",
      [
        ("HelloSchedulerSchedule1/Properties/Target/Input", #""{\"a\":1}""#),
        (
          "HelloSchedulerSchedule1/Properties/Target/RoleArn",
          #"{"Fn::GetAtt":["IamRoleLambdaExecution","Arn"]}"#
        ),
        (
          "IamRoleLambdaExecution/Properties/AssumeRolePolicyDocument/Statement/0/Principal/Service",
          #"["lambda.amazonaws.com","scheduler.amazonaws.com"]"#
        ),
      ]),
    EventCase(
      "cloudwatchEvent", "[cloudwatchEvent: {event: {source: [aws.ec2]}}]",
      [
        ("HelloEventsRuleCloudWatchEvent1/Properties/EventPattern", #"{"source":["aws.ec2"]}"#),
        (
          "HelloLambdaPermissionEventsRuleCloudWatchEvent1/Properties/SourceArn",
          #"{"Fn::GetAtt":["HelloEventsRuleCloudWatchEvent1","Arn"]}"#
        ),
      ]),
    EventCase(
      "eventBridge on a bus of its own",
      "[eventBridge: {eventBus: my-bus, pattern: {source: [x]}, deadLetterQueueArn: q, retryPolicy: {maximumRetryAttempts: 0}}]",
      [
        ("MyDashbusEventBridgeEventBus/Properties/Name", "\"my-bus\""),
        ("Shopdevhellorule1EventBridgeRule/Properties/EventBusName", "\"my-bus\""),
        ("Shopdevhellorule1EventBridgeRule/Properties/Targets/0/DeadLetterConfig", #"{"Arn":"q"}"#),
        ("Shopdevhellorule1EventBridgeRule/Properties/Targets/0/RetryPolicy", #"{"MaximumRetryAttempts":0}"#),
        (
          "HelloEventBridgeLambdaPermission1/Properties/SourceArn",
          #"{"Fn::Join":["",[\#(arn),":events:",\#(own),":rule/my-bus/shop-dev-hello-rule-1"]]}"#
        ),
      ]),
    EventCase(
      "eventBridge by schedule", "[eventBridge: {schedule: rate(1 day), enabled: false}]",
      [
        ("Shopdevhellorule1EventBridgeRule/Properties/State", "\"DISABLED\""),
        ("Shopdevhellorule1EventBridgeRule/Properties/EventBusName", "nothing"),
      ]),
    EventCase(
      "cloudwatchLog", "[cloudwatchLog: /a, cloudwatchLog: {logGroup: /b, filter: x}]",
      [
        ("HelloLogsSubscriptionFilterCloudWatchLog1/Properties/FilterPattern", "\"\""),
        ("HelloLogsSubscriptionFilterCloudWatchLog2/Properties/FilterPattern", "\"x\""),
        (
          "HelloLambdaPermissionLogsSubscriptionFilterCloudWatchLog/Properties/Principal",
          #"{"Fn::Join":["",["logs.",{"Ref":"AWS::Region"},".amazonaws.com"]]}"#
        ),
      ]),
    EventCase(
      "cognitoUserPool",
      "[cognitoUserPool: {pool: people, trigger: PreSignUp}, cognitoUserPool: {pool: people, trigger: PostConfirmation}]",
      [
        (
          "CognitoUserPoolPeople/Properties/LambdaConfig",
          #"{"PreSignUp":\#(target),"PostConfirmation":\#(target)}"#
        ),
        (
          "HelloLambdaPermissionCognitoUserPoolPeopleTriggerSourcePreSignUp/Properties/Principal",
          "\"cognito-idp.amazonaws.com\""
        ),
      ]),
    EventCase(
      "alexa skill without an id", "[alexaSkill]",
      [
        ("HelloLambdaPermissionAlexaSkill1/Properties/EventSourceToken", "nothing"),
        ("HelloLambdaPermissionAlexaSkill1/Properties/Principal", "\"alexa-appkit.amazon.com\""),
      ]),
    EventCase(
      "alexa skill", "[alexaSkill: {appId: amzn1, enabled: false}]",
      [
        ("HelloLambdaPermissionAlexaSkill1/Properties/Action", "\"lambda:DisableInvokeFunction\""),
        ("HelloLambdaPermissionAlexaSkill1/Properties/EventSourceToken", "\"amzn1\""),
      ]),
    EventCase(
      "alexa smart home", "[alexaSmartHome: amzn1]",
      permission("HelloLambdaPermissionAlexaSmartHome1", "alexa-connectedhome.amazon.com")),
    EventCase(
      "iot", "[iot: {sql: SELECT 1, enabled: false}]",
      permission("HelloLambdaPermissionIotTopicRule1", "iot.amazonaws.com") + [
        ("HelloIotTopicRule1/Properties/TopicRulePayload/RuleDisabled", "true"),
        ("HelloIotTopicRule1/Properties/TopicRulePayload/Sql", "\"SELECT 1\""),
      ]),
    EventCase(
      "iotFleetProvisioning", "[iotFleetProvisioning: {templateBody: {a: 1}, provisioningRoleArn: r}]",
      [
        ("HelloIotProvisioningTemplate/Properties/TemplateBody", #""{\"a\":1}""#)
      ]),
    EventCase(
      "activemq", "[activemq: {arn: 'arn:aws:mq:us-east-1:1:broker:b:b-1', queue: q, basicAuthArn: s}]",
      [
        (
          "HelloEventSourceMappingActiveMQQ/Properties/SourceAccessConfigurations",
          #"[{"Type":"BASIC_AUTH","URI":"s"}]"#
        )
      ]),
    EventCase(
      "rabbitmq", "[rabbitmq: {arn: a, queue: q, basicAuthArn: s, virtualHost: /}]",
      [
        (
          "HelloEventSourceMappingRabbitMQQ/Properties/SourceAccessConfigurations/1",
          #"{"Type":"VIRTUAL_HOST","URI":"/"}"#
        )
      ]),
    EventCase(
      "msk",
      "[msk: {arn: 'arn:aws:kafka:us-east-1:1:cluster/main/id', topic: t, saslScram512: s, consumerGroupId: g}]",
      [
        ("HelloEventSourceMappingMSKMainT/Properties/Topics", #"["t"]"#),
        (
          "HelloEventSourceMappingMSKMainT/Properties/AmazonManagedKafkaEventSourceConfig",
          #"{"ConsumerGroupId":"g"}"#
        ),
      ]),
    EventCase(
      "kafka",
      "[kafka: {topic: t, bootstrapServers: [b:1], accessConfigurations: {saslPlainAuth: [s], vpcSubnet: [subnet-1]}}]",
      [
        (
          "HelloEventSourceMappingKafkaT/Properties/SourceAccessConfigurations",
          #"[{"Type":"BASIC_AUTH","URI":"s"},{"Type":"VPC_SUBNET","URI":"subnet:subnet-1"}]"#
        )
      ]),
    EventCase(
      "alb",
      "[alb: {listenerArn: !Ref Listener, priority: 4, conditions: {path: /a, ip: 10.0.0.0/8}, healthCheck: true}]",
      permission("HelloLambdaPermissionAlb", "elasticloadbalancing.amazonaws.com") + [
        (
          "HelloAlbListenerRule4/Properties/Actions",
          #"[{"Type":"forward","TargetGroupArn":{"Ref":"HelloAlbTargetGroupListener"}}]"#
        ),
        (
          "HelloAlbListenerRule4/Properties/Conditions/1",
          #"{"Field":"source-ip","SourceIpConfig":{"Values":["10.0.0.0/8"]}}"#
        ),
        ("HelloAlbTargetGroupListener/Properties/HealthCheckEnabled", "true"),
        ("HelloLambdaPermissionRegisterTarget/Properties/SourceArn", "nothing"),
      ]),
    EventCase(
      "cloudFront", "[cloudFront: {eventType: origin-request, origin: 's3://photos.s3.amazonaws.com/x'}]",
      [
        (
          "CloudFrontDistribution/Properties/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy",
          "\"allow-all\""
        ),
        (
          "CloudFrontDistribution/Properties/DistributionConfig/Origins/0/Id",
          "\"s3/photos.s3.amazonaws.com/x\""
        ),
        ("HelloLambdaFunction/Properties/MemorySize", "128"), ("HelloLambdaFunction/Properties/Timeout", "5"),
        ("HelloLambdaFunctionInvokePermission/Properties/Principal", "\"edgelambda.amazonaws.com\""),
      ]),
    EventCase(
      "event of a plugin", "[fax: {number: 5}]", remark: "'fax'",
      [("HelloLambdaFunction/Type", "\"AWS::Lambda::Function\"")]),
    EventCase(
      "event from outside", "['${ssm:/events}']", remark: "'ssm'",
      [("HelloLambdaFunction/Type", "\"AWS::Lambda::Function\"")]),
    EventCase(
      "event of a wrong kind", "[sqs: [1]]", remark: "neither text nor a map",
      [("HelloLambdaFunction/Type", "\"AWS::Lambda::Function\"")]),
    EventCase(
      "event without its ARN", "[sqs: {batchSize: 1}]", remark: "no 'arn'",
      [("HelloLambdaFunction/Type", "\"AWS::Lambda::Function\"")]),
  ]

  private func expand(_ test: EventCase) throws -> ExpandedService {
    try ExpandedService(
      """
      service: shop
      provider: {name: aws, \(test.provider)}
      functions:
        hello: {handler: a.b, events: \(test.events)}
        guard: {handler: g.h}
      """)
  }

  @Test(arguments: restCases + sourceCases)
  func generates(_ test: EventCase) throws {
    let service = try expand(test)
    for (path, json) in test.expected { #expect(service.json(path) == json, "\(path)") }
    if let remark = test.remark {
      #expect(service.messages.contains { $0.contains(remark) })
    } else {
      #expect(service.messages == [])
    }
  }

  @Test func keepsSourcesApartWhoseNamesAreNotKnown() throws {
    let service = try expand(
      EventCase(
        "", "[sqs: '${ssm:/a}', sqs: '${ssm:/b}', schedule: '${ssm:/c}', s3: '${ssm:/d}', sns: '${ssm:/e}']",
        []))
    #expect(service.messages == [])
    #expect(service.resource("HelloEventsRuleSchedule1") != nil)
    #expect(service.resource("HelloLambdaPermissionS3") != nil)
    #expect(service.resource("HelloLambdaPermissionSNS") != nil)
    #expect(service.resource("HelloEventSourceMappingSQS") != nil)
    #expect(service.resource("HelloEventSourceMappingSQS2") != nil)
  }

  @Test func marksWhatEventsImplyAtTheirPlace() throws {
    let service = try expand(EventCase("", "[http: GET users, sqs: 'arn:aws:sqs:us-east-1:1:q']", []))
    for id in ["ApiGatewayMethodUsersGet", "HelloEventSourceMappingSQSQ", "HelloLambdaPermissionApiGateway"] {
      let resource = try #require(service.resource(id))
      #expect(resource.isImplied)
      #expect(resource.location.line == 4)
    }
    #expect(service.resource("HelloLambdaFunction")?.isImplied == false)
  }
}
