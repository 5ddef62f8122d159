extension Seeds {
  static let yaml = """
    base: &a {x: 1, y: [a, 'b', "c\\n"]}
    merged:
      <<: *a
      z: |
        text
      w: >-
        folded
    ? complex
    : !Sub '${AWS::Region}'
    list: [1, 2.5, ~, yes, 0x1f, !Ref A, *a]
    """

  static let json = #"""
    {"a": [1, -2.5e3, true, null, "x\u00e9\ud83d\ude00\n"], "b": {"c": {}, "d": []}, "a": "again"}
    """#

  static let cloudFormation = """
    AWSTemplateFormatVersion: '2010-09-09'
    Parameters:
      Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
      Names: {Type: CommaDelimitedList, Default: 'a,b'}
    Conditions:
      IsProd: !Equals [!Ref Stage, prod]
      Both: !And [!Condition IsProd, !Not [!Equals [!Ref 'AWS::Region', us-east-1]]]
    Mappings:
      Sizes: {dev: {memory: 128}, prod: {memory: 512}}
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
          ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess']
      Function:
        Type: AWS::Lambda::Function
        Condition: IsProd
        DependsOn: [Role]
        Metadata: {Parapet: {ignore: [{rule: sas4-admin, reason: why, until: '2027-01-31'}]}}
        Properties:
          FunctionName: !Join ['-', [!Ref Stage, !Select [0, !Ref Names]]]
          Runtime: python3.12
          Handler: a.b
          Role: !GetAtt Role.Arn
          MemorySize: !FindInMap [Sizes, !Ref Stage, memory]
          Code: {ZipFile: 'x'}
          Environment: {Variables: {A: !If [IsProd, '{{resolve:ssm:/a:1}}', !Ref 'AWS::NoValue'], B: !Ref Queue}}
      Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: !Select [1, !Split ['/', 'a/b']]}}
      Source:
        Type: AWS::Lambda::EventSourceMapping
        Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Function, BatchSize: 10}
      Network:
        Type: AWS::EC2::Subnet
        Properties: {CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 4, 8]], VpcId: v}
      Stack: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: nested.yaml, Parameters: {A: !Ref Stage}}}
    Outputs:
      Out: {Value: !GetAtt Function.Arn, Export: {Name: !Sub ['${A}-x', {A: !Ref Stage}]}}
    """

  static let stateMachine = """
    Resources:
      Machine:
        Type: AWS::StepFunctions::StateMachine
        Properties:
          RoleArn: arn:aws:iam::123456789012:role/r
          DefinitionString: !Sub '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${F.Arn}","End":true}}}'
          DefinitionSubstitutions: {x: '${y}', y: !Ref F}
      F: {Type: AWS::Lambda::Function, Properties: {Code: {ImageUri: i}, PackageType: Image, Role: r}}
      Policy:
        Type: AWS::Lambda::Permission
        Properties: {FunctionName: !Ref F, Action: 'lambda:InvokeFunction', Principal: '*'}
    """

  static let loops = """
    Transform: AWS::LanguageExtensions
    Parameters: {Names: {Type: CommaDelimitedList, Default: 'a,b,c'}}
    Resources:
      Fn::ForEach::Queues:
        - Name
        - !Ref Names
        - Queue${Name}: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Name}', Tags: {Fn::ToJsonString: {a: [1]}}}}
      Fn::ForEach::Outer:
        - X
        - [a, b]
        - Fn::ForEach::Inner: [Y, [c, d], {'T${X}${Y}': {Type: AWS::SNS::Topic, Properties: {N: {Fn::Length: [1, 2]}}}}]
    """

  static let sam = """
    Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
    Globals: {Function: {Runtime: nodejs22.x, Timeout: 5, Environment: {Variables: {A: b}}}, Api: {Auth: {ApiKeyRequired: true}}}
    Resources:
      Api:
        Type: AWS::Serverless::Api
        Properties:
          StageName: prod
          Auth: {DefaultAuthorizer: Own, Authorizers: {Own: {FunctionArn: !GetAtt F.Arn}, Pool: {UserPoolArn: p}}}
          DefinitionBody: {swagger: '2.0', paths: {/a: {get: {security: []}}}}
      Http: {Type: AWS::Serverless::HttpApi, Properties: {CorsConfiguration: {AllowOrigins: ['*']}}}
      F:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: src/
          Handler: a.b
          AutoPublishAlias: live
          FunctionUrlConfig: {AuthType: NONE}
          Policies: [AdministratorAccess, {DynamoDBCrudPolicy: {TableName: !Ref T}}, {Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}]
          Events:
            Get: {Type: Api, Properties: {Path: '/a/{p+}', Method: get, RestApiId: !Ref Api}}
            Any: {Type: HttpApi, Properties: {Path: $default, Method: any, ApiId: !Ref Http}}
            Queue: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: 1}}
            Timer: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
            Upload: {Type: S3, Properties: {Bucket: !Ref B, Events: 's3:ObjectCreated:*'}}
          DeploymentPreference: {Type: Canary10Percent5Minutes}
      T: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: id, Type: String}}}
      Q: {Type: AWS::SQS::Queue}
      B: {Type: AWS::S3::Bucket}
      M:
        Type: AWS::Serverless::StateMachine
        Properties: {Definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}, Policies: [LambdaInvokePolicy: {FunctionName: !Ref F}]}
      C: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: F}, Destination: {Id: T}, Permissions: [Read, Write]}}
      G: {Type: AWS::Serverless::GraphQLApi, Properties: {SchemaInline: 'type Query {a: Int}', Auth: {Type: API_KEY}}}
      L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: l/}}
    """

  static let serverless = """
    service: shop
    custom:
      a: b
      stage: ${opt:stage, self:provider.stage, 'dev'}
      copy: ${self:custom.${self:custom.a}}
      b: {c: [1, 2]}
    provider:
      name: aws
      runtime: nodejs22.x
      stage: dev
      environment: {T: '${self:custom.stage}-t', S: '${ssm:/a/b}', F: '${file(./x.yml):k, env:HOME, ''d''}'}
      iam: {role: {statements: [{Effect: Allow, Action: ['dynamodb:*'], Resource: !GetAtt T.Arn}]}}
      httpApi: {cors: true, authorizers: {j: {type: jwt, identitySource: $request.header.A, issuerUrl: u, audience: [x]}}}
      apiGateway: {apiKeys: [k], usagePlan: {quota: {limit: 1, period: DAY}}}
    functions:
      a:
        handler: a.b
        url: {authorizer: aws_iam, cors: true}
        reservedConcurrency: 5
        onError: arn:aws:sns:eu-west-1:123456789012:t
        events:
          - http: {path: 'a/{id}', method: get, cors: true, authorizer: {name: auth, type: request}}
          - http: GET b
          - httpApi: 'POST /c'
          - httpApi: {path: /d, method: '*', authorizer: j}
          - sqs: {arn: !GetAtt Q.Arn, batchSize: 1, filterPatterns: [{a: [1]}]}
          - s3: {bucket: up, event: 's3:ObjectCreated:*', rules: [{prefix: x/}]}
          - schedule: {rate: [rate(1 hour), 'cron(0 1 * * ? *)'], input: {k: v}}
          - stream: {type: kinesis, arn: 'arn:aws:kinesis:r:1:stream/s'}
          - sns: t
          - websocket: $connect
          - eventBridge: {pattern: {source: [x]}}
          - alexaSkill: amzn1
      auth: {image: {uri: 'i:1'}, role: arn:aws:iam::1:role/r}
    stepFunctions: {stateMachines: {m: {definition: {StartAt: A, States: {A: {Type: Task, Resource: !GetAtt a.Arn, End: true}}}}}}
    resources:
      - Resources: {T: {Type: AWS::DynamoDB::Table}, Q: {Type: AWS::SQS::Queue}}
      - extensions: {ALambdaFunction: {Properties: {Timeout: 3}}}
    """

  static let parameters = """
    [{"ParameterKey": "Stage", "ParameterValue": "prod"}, {"ParameterKey": "Names", "UsePreviousValue": true},
     {"ParameterKey": "Names", "ParameterValue": "x,,y"}]
    """

  static let parametersMap = #"{"Parameters": {"Stage": "dev", "Names": ["a", "b"], "Number": 1}}"#

  static let policy = """
    {"Version": "2012-10-17", "Statement": [{"Sid": "a", "Effect": "Allow", "Principal": {"AWS": ["*", "123456789012"]},
     "Action": ["s3:Get*", "lambda:InvokeFunction"], "NotResource": "arn:aws:s3:::b/*", "Condition": {"StringLike":
     {"aws:PrincipalOrgID": ["o-${x}"]}, "ForAnyValue:IpAddress": {"aws:SourceIp": "10.0.0.0/8"}, "Bool": {"a:b": true}}}]}
    """

  static let identityPolicy = """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:*", "private:?x"], "Resource":
     ["arn:aws:s3:::uploads/*", "arn:aws:dynamodb:*:*:table/${aws:username}"]}, {"Effect": "Deny", "NotAction": "s3:Get*",
     "NotResource": "arn:aws:s3:::logs", "Condition": {"DateLessThanIfExists": {"aws:CurrentTime": "2027-01-31T08:00:00Z"},
     "Null": {"aws:TokenIssueTime": "true"}, "NumericGreaterThan": {"s3:max-keys": "10"}}}]}
    """

  static let definition = """
    {"StartAt": "A", "States": {"A": {"Type": "Map", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Task",
     "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload.$": "$"}, "End": true}}},
     "Next": "C"}, "C": {"Type": "Parallel", "Branches": [{"StartAt": "D", "States": {"D": {"Type": "Succeed"}}}], "End": true}}}
    """

  static let openAPI = """
    {"openapi": "3.0.1", "paths": {"/a/{b}": {"get": {"security": [{"k": []}], "x-amazon-apigateway-integration": {"type":
     "aws_proxy", "uri": "arn:aws:apigateway:r:lambda:path/2015-03-31/functions/f/invocations"}}}}, "components":
     {"securitySchemes": {"k": {"type": "apiKey", "name": "x", "in": "header"}}}}
    """

  static let suppressions = """
    Resources:
      A: # parapet:ignore sas4-admin reason="break glass" until=2027-01-31
        Type: X
      # parapet:ignore sas2-api-key-only reason="x"

      B:
        - c // parapet:ignore sas3-a reason=y
        /* parapet:ignore sas3-b reason="z" */
    """

  static let configuration = """
    profile: strict
    fail-on: high
    max-errors: 3
    hourly-budget: 1.5
    trusted-accounts: ['123456789012']
    exclude: [a/**]
    disable: [sas4-admin]
    parameters: p.json
    options: {stage: prod}
    """
}
