/// Templates that together use every part of the transform.
enum SAMMutationTemplates {
  static let all = [functions, apis, others]

  static let functions = """
    Transform: AWS::Serverless-2016-10-31
    Globals: {Function: {Runtime: python3.13, Handler: a.b, Tags: {t: v}, PropagateTags: true}}
    Conditions: {C: !Equals [a, b]}
    Resources:
      F:
        Type: AWS::Serverless::Function
        Condition: C
        Properties:
          CodeUri: s3://bucket/key?versionId=1
          AutoPublishAlias: live
          AutoPublishCodeSha256: abc
          Policies: [AmazonS3FullAccess, {S3ReadPolicy: {BucketName: b}}, !If [C, {Statement: []}, !Ref AWS::NoValue]]
          Role: !If [C, arn, !Ref AWS::NoValue]
          Tracing: Active
          VpcConfig: {SubnetIds: [s]}
          DeadLetterQueue: {Type: SQS, TargetArn: arn}
          CapacityProviderConfig: {Arn: a}
          DeploymentPreference: {Type: !If [C, AllAtOnce, Own], Alarms: [a], Hooks: {PreTraffic: h}, PassthroughCondition: true}
          EventInvokeConfig: {DestinationConfig: {OnSuccess: {Type: SQS, Destination: !If [C, q, !Ref AWS::NoValue]}, OnFailure: {Type: S3, Destination: b}}}
          FunctionUrlConfig: {AuthType: NONE, Cors: {AllowOrigins: ['*']}}
          Events:
            Bucket: {Type: S3, Properties: {Bucket: !Ref Bucket, Events: ['s3:*']}}
            Topic: {Type: SNS, Properties: {Topic: t, SqsSubscription: {QueueArn: a, QueueUrl: u}}}
            Queue: {Type: SQS, Properties: {Queue: q, BatchSize: 1}}
            Kafka: {Type: SelfManagedKafka, Properties: {KafkaBootstrapServers: [k], SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: u}], SchemaRegistryConfig: {SchemaRegistryURI: 'arn:aws:glue:r:1:registry/x', AccessConfigs: [{Type: BASIC_AUTH, URI: u}]}}}
            Managed: {Type: MSK, Properties: {Stream: s, DestinationConfig: {OnFailure: {Type: SNS, Destination: t}}}}
            Broker: {Type: MQ, Properties: {Broker: b, SecretsManagerKmsKeyId: k}}
            Time: {Type: Schedule, Properties: {Schedule: r, DeadLetterConfig: {Type: SQS}}}
            Time2: {Type: ScheduleV2, Properties: {ScheduleExpression: r, DeadLetterConfig: {Arn: a}}}
            Rule: {Type: EventBridgeRule, Properties: {Pattern: {source: [a]}, Target: {Id: i}}}
            Logs: {Type: CloudWatchLogs, Properties: {LogGroupName: g, FilterPattern: p}}
            IoT: {Type: IoTRule, Properties: {Sql: s}}
            Alexa: {Type: AlexaSkill, Properties: {SkillId: s}}
            Pool: {Type: Cognito, Properties: {UserPool: !Ref Pool, Trigger: [PreSignUp, CustomSMSSender]}}
      Bucket: {Type: AWS::S3::Bucket, DependsOn: Pool, Properties: {NotificationConfiguration: {LambdaConfigurations: []}, Tags: []}}
      Pool: {Type: AWS::Cognito::UserPool, Properties: {LambdaConfig: {}}}
    Outputs: {A: {Value: !Sub '${F.Alias}'}}
    """

  static let apis = """
    Transform: AWS::Serverless-2016-10-31
    Globals: {Api: {OpenApiVersion: 3.0.1}}
    Conditions: {C: !Equals [a, b]}
    Resources:
      F:
        Type: AWS::Serverless::Function
        Condition: C
        Properties:
          InlineCode: x
          Events:
            A: {Type: Api, Properties: {Path: '/a/{b}', Method: any, RestApiId: !Ref Rest, RequestModel: {Model: M, ValidateBody: true}, RequestParameters: [method.request.header.X: {Caching: true}], Auth: {Authorizer: Own, ResourcePolicy: {IpRangeWhitelist: [i]}}}}
            B: {Type: Api, Properties: {Path: /b, Method: get, RestApiId: !Ref Merged}}
            C: {Type: Api, Properties: {Path: /c, Method: get}}
            D: {Type: HttpApi, Properties: {ApiId: !Ref Http, Path: '/d/{e}', Method: get, Auth: {Authorizer: Jwt}, RouteSettings: {A: 1}}}
            E: {Type: HttpApi}
      Rest:
        Type: AWS::Serverless::Api
        Properties:
          StageName: v1
          Cors: {AllowOrigin: o, AllowMethods: m, MaxAge: 5, AllowCredentials: true}
          Auth:
            DefaultAuthorizer: Pool
            ApiKeyRequired: true
            Authorizers: {Pool: {UserPoolArn: [p], Identity: {Header: h}}, Own: {FunctionArn: f, FunctionPayloadType: REQUEST, Identity: {Headers: [h]}}}
            UsagePlan: {CreateUsagePlan: SHARED, Quota: {Limit: 1}}
            ResourcePolicy: {CustomStatements: [{Effect: Deny}], SourceVpcWhitelist: [vpce-1], AwsAccountWhitelist: ['1']}
          GatewayResponses: {DEFAULT_4XX: {ResponseParameters: {Headers: {A: b}}, StatusCode: 401}}
          Models: {M: {type: object}}
          BinaryMediaTypes: [image~1png]
          EndpointConfiguration: {Type: REGIONAL}
          Domain: {DomainName: d, CertificateArn: c, BasePath: [/a], EndpointConfiguration: REGIONAL, MutualTlsAuthentication: {TruststoreUri: u}, Route53: {HostedZoneId: z, IpV6: true}}
          DisableExecuteApiEndpoint: true
          Tags: {a: b}
      Merged:
        Type: AWS::Serverless::Api
        Properties: {StageName: !Ref S, MergeDefinitions: true, DefinitionBody: {openapi: 3.0.1, paths: {/b: {get: {security: [{a: []}]}}, /c: !If [C, {put: {}}, !Ref AWS::NoValue]}}, Auth: {DefaultAuthorizer: AWS_IAM}}
      Http:
        Type: AWS::Serverless::HttpApi
        Properties:
          StageName: v1
          FailOnWarnings: true
          CorsConfiguration: {AllowOrigins: ['*']}
          Auth: {DefaultAuthorizer: Jwt, EnableIamAuthorizer: true, Authorizers: {Jwt: {JwtConfiguration: {Issuer: i}}, Fn: {FunctionArn: f, EnableFunctionDefaultPermissions: true, Identity: {Headers: [h]}}}}
          RouteSettings: {$default: {A: 1}}
          Domain: {DomainName: e, CertificateArn: c, BasePath: [a]}
          Tags: {a: b}
      Socket:
        Type: AWS::Serverless::WebSocketApi
        Properties:
          RouteSelectionExpression: r
          Auth: {AuthType: CUSTOM, AuthArn: a}
          RouteSettings: {$connect: {A: 1}}
          Routes: {$connect: {FunctionArn: f, IntegrationTimeout: 1}, say: {FunctionArn: f}}
    """

  static let others = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Machine:
        Type: AWS::Serverless::StateMachine
        Connectors: {Go: {Properties: {Destination: [{Id: Queue}, {Id: Topic}], Permissions: [Write]}}}
        Properties:
          Name: m
          Definition: {StartAt: A, States: {A: {Type: Task, Resource: !Ref X, Retry: [{}]}}}
          DefinitionSubstitutions: {a: b}
          Policies: [{StepFunctionsExecutionPolicy: {StateMachineName: n}}]
          Tracing: {Enabled: true}
          AutoPublishAlias: live
          DeploymentPreference: {Type: CANARY}
          UseAliasAsEventTarget: true
          Events:
            Time: {Type: Schedule, Properties: {Schedule: r, Target: {Id: i}}}
            Post: {Type: Api, Properties: {Path: /m, Method: post, UnescapeMappingTemplate: true}}
            Rule: {Type: CloudWatchEvent, Properties: {Pattern: {}}}
      Queue: {Type: AWS::SQS::Queue}
      Topic: {Type: AWS::SNS::Topic}
      Fn: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}
      Mapping: {Type: AWS::Lambda::EventSourceMapping, DependsOn: Link, Properties: {FunctionName: !Ref Fn, EventSourceArn: !GetAtt Queue.Arn}}
      Link: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: Queue}, Destination: {Id: Fn}, Permissions: [Read, Write]}}
      Hard: {Type: AWS::Serverless::Connector, Properties: {Source: {Type: AWS::Lambda::Function, RoleName: r}, Destination: {Type: AWS::S3::Bucket, Arn: a}, Permissions: [Read]}}
      Table: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: k, Type: String}, Tags: {a: b}}}
      Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: {Bucket: b, Key: k}, RetentionPolicy: Retain}}
      App: {Type: AWS::Serverless::Application, Properties: {Location: {ApplicationId: a, SemanticVersion: 1.0.0}, Tags: {a: b}}}
      Provider: {Type: AWS::Serverless::CapacityProvider, Properties: {VpcConfig: {SubnetIds: [s]}, InstanceRequirements: {AllowedTypes: [t]}, ScalingConfig: {AverageCPUUtilization: 5}}}
      Graph:
        Type: AWS::Serverless::GraphQLApi
        Properties:
          SchemaInline: s
          Auth: {Type: AWS_LAMBDA, LambdaAuthorizer: {AuthorizerUri: u}, Additional: [{Type: AMAZON_COGNITO_USER_POOLS, UserPool: {UserPoolId: p, DefaultAction: ALLOW}}]}
          Logging: {FieldLogLevel: ALL}
          ApiKeys: {K: {Description: d}}
          Cache: {Ttl: 1}
          DomainName: {DomainName: d, CertificateArn: c}
          DataSources: {DynamoDb: {T: {TableName: t}}, Lambda: {L: {FunctionArn: f}}}
          Functions: {One: {DataSource: T, InlineCode: c, Runtime: {Name: JS, Version: 1.0.0}}, Two: {Id: i}, Three: {DataSource: NONE, CodeUri: c}}
          Resolvers: {Query: {get: {Pipeline: [One, Two]}}}
          Tags: {a: b}
    """
}
