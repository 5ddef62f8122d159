import Documents
import FindingModel
import TemplateLoaders
import Testing

/// Functions, their roles and the rest of a service.
struct ServerlessFrameworkFunctionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let function: String
    var provider = ""
    var top = ""
    let expected: [String: String]

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "defaults", function: "handler: src/a.b",
      expected: [
        "HelloLambdaFunction/Properties/Handler": "\"src/a.b\"",
        "HelloLambdaFunction/Properties/Code": "\".\"",
        "HelloLambdaFunction/Properties/MemorySize": "1024", "HelloLambdaFunction/Properties/Timeout": "6",
        "HelloLambdaFunction/Properties/FunctionName": "\"shop-dev-hello\"",
        "HelloLambdaFunction/Metadata": "{\"Parapet::Name\":\"hello\"}",
        "HelloLambdaFunction/DependsOn": "[\"HelloLogGroup\"]",
        "HelloLogGroup/Properties": "{\"LogGroupName\":\"/aws/lambda/shop-dev-hello\"}",
        "HelloLambdaFunction/Properties/Role": "{\"Fn::GetAtt\":[\"IamRoleLambdaExecution\",\"Arn\"]}",
        "HelloLambdaFunction/Properties/Runtime": "nothing",
      ]),
    Case(
      name: "provider's defaults", function: "handler: a.b",
      provider:
        "runtime: go1.x, memorySize: 128, timeout: 9, architecture: arm64, kmsKeyArn: k, layers: [l], logRetentionInDays: 3",
      expected: [
        "HelloLambdaFunction/Properties/Runtime": "\"go1.x\"",
        "HelloLambdaFunction/Properties/MemorySize": "128",
        "HelloLambdaFunction/Properties/Timeout": "9",
        "HelloLambdaFunction/Properties/Architectures": "[\"arm64\"]",
        "HelloLambdaFunction/Properties/KmsKeyArn": "\"k\"",
        "HelloLambdaFunction/Properties/Layers": "[\"l\"]",
        "HelloLogGroup/Properties/RetentionInDays": "3",
      ]),
    Case(
      name: "environment merged", function: "handler: a.b, environment: {B: own, C: 3, D: ~}",
      provider: "environment: {A: shared, B: shared, D: shared}",
      expected: [
        "HelloLambdaFunction/Properties/Environment/Variables": "{\"A\":\"shared\",\"B\":\"own\",\"C\":3}"
      ]),
    Case(
      name: "environment from outside", function: "handler: a.b", provider: "environment: '${file(env.js)}'",
      expected: [
        "HelloLambdaFunction/Properties/Environment/Variables/Fn::Parapet::Unresolved/kind": "\"file\""
      ]),
    Case(
      name: "network of the provider", function: "handler: a.b",
      provider: "vpc: {securityGroupIds: [sg-1], subnetIds: [subnet-1]}",
      expected: [
        "HelloLambdaFunction/Properties/VpcConfig":
          "{\"SecurityGroupIds\":[\"sg-1\"],\"SubnetIds\":[\"subnet-1\"]}",
        "IamRoleLambdaExecution/Properties/ManagedPolicyArns":
          "[{\"Fn::Join\":[\"\",[\"arn:\",{\"Ref\":\"AWS::Partition\"},\":iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole\"]]}]",
      ]),
    Case(
      name: "out of the network", function: "handler: a.b, vpc: ~",
      provider: "vpc: {securityGroupIds: [sg-1], subnetIds: [subnet-1]}",
      expected: ["HelloLambdaFunction/Properties/VpcConfig": "nothing"]),
    Case(
      name: "limits",
      function:
        "handler: a.b, reservedConcurrency: 0, ephemeralStorageSize: 600, condition: C, dependsOn: Other",
      expected: [
        "HelloLambdaFunction/Properties/ReservedConcurrentExecutions": "0",
        "HelloLambdaFunction/Properties/EphemeralStorage": "{\"Size\":600}",
        "HelloLambdaFunction/Condition": "\"C\"",
        "HelloLambdaFunction/DependsOn": "[\"HelloLogGroup\",\"Other\"]",
      ]),
    Case(
      name: "tracing", function: "handler: a.b", provider: "tracing: {lambda: true}",
      expected: ["HelloLambdaFunction/Properties/TracingConfig": "{\"Mode\":\"Active\"}"]),
    Case(
      name: "tracing by its mode", function: "handler: a.b, tracing: PassThrough",
      expected: ["HelloLambdaFunction/Properties/TracingConfig": "{\"Mode\":\"PassThrough\"}"]),
    Case(
      name: "tags", function: "handler: a.b, tags: {b: 2}", provider: "tags: {a: 1, b: 1}",
      expected: [
        "HelloLambdaFunction/Properties/Tags": "[{\"Key\":\"a\",\"Value\":1},{\"Key\":\"b\",\"Value\":2}]"
      ]),
    Case(
      name: "no logs", function: "handler: a.b, disableLogs: true",
      expected: ["HelloLogGroup": "nothing", "HelloLambdaFunction/DependsOn": "nothing"]),
    Case(
      name: "JSON logs", function: "handler: a.b, logs: {logFormat: JSON, logGroup: /shared}",
      expected: [
        "HelloLogGroup": "nothing",
        "HelloLambdaFunction/Properties/LoggingConfig": "{\"LogFormat\":\"JSON\",\"LogGroup\":\"/shared\"}",
      ]),
    Case(
      name: "name of its own", function: "name: other, handler: a.b",
      expected: [
        "HelloLambdaFunction/Properties/FunctionName": "\"other\"",
        "HelloLogGroup/Properties/LogGroupName": "\"/aws/lambda/other\"",
      ]),
    Case(
      name: "artifact", function: "handler: a.b, package: {artifact: build/a.zip}",
      top: "package: {artifact: build/all.zip}",
      expected: ["HelloLambdaFunction/Properties/Code": "\"build/a.zip\""]),
    Case(
      name: "artifact of the service", function: "handler: a.b", top: "package: {artifact: build/all.zip}",
      expected: ["HelloLambdaFunction/Properties/Code": "\"build/all.zip\""]),
    Case(
      name: "image by its address", function: "image: '1.dkr.ecr.us-east-1.amazonaws.com/a@sha256:b'",
      expected: [
        "HelloLambdaFunction/Properties/Code":
          "{\"ImageUri\":\"1.dkr.ecr.us-east-1.amazonaws.com/a@sha256:b\"}",
        "HelloLambdaFunction/Properties/PackageType": "\"Image\"",
        "HelloLambdaFunction/Properties/Handler": "nothing",
      ]),
    Case(
      name: "image that is built", function: "image: {name: base, entryPoint: [/run]}",
      provider: "ecr: {images: {base: {path: ./docker}}}",
      expected: [
        "HelloLambdaFunction/Metadata/DockerContext": "\"./docker\"",
        "HelloLambdaFunction/Properties/ImageConfig": "{\"EntryPoint\":[\"/run\"]}",
      ]),
    Case(
      name: "URL", function: "handler: a.b, url: true",
      expected: [
        "HelloLambdaFunctionUrl/Properties/AuthType": "\"NONE\"",
        "HelloLambdaFunctionUrl/Properties/Cors": "nothing",
        "HelloLambdaPermissionFnUrl/Properties/Principal": "\"*\"",
        "HelloLambdaPermissionFnUrl/Properties/FunctionUrlAuthType": "\"NONE\"",
      ]),
    Case(
      name: "URL that is signed",
      function: "handler: a.b, url: {authorizer: aws_iam, invokeMode: RESPONSE_STREAM}",
      expected: [
        "HelloLambdaFunctionUrl/Properties/AuthType": "\"AWS_IAM\"", "HelloLambdaPermissionFnUrl": "nothing",
        "HelloLambdaFunctionUrl/Properties/InvokeMode": "\"RESPONSE_STREAM\"",
      ]),
    Case(
      name: "URL with other origins",
      function: "handler: a.b, url: {cors: {allowedMethods: [GET], allowedHeaders: null}}",
      expected: [
        "HelloLambdaFunctionUrl/Properties/Cors": "{\"AllowMethods\":[\"GET\"],\"AllowOrigins\":[\"*\"]}"
      ]),
    Case(
      name: "asynchronous calls",
      function:
        "handler: a.b, maximumEventAge: 60, maximumRetryAttempts: 0, destinations: {onFailure: hello}",
      expected: [
        "HelloLambdaEvConf/Properties/MaximumRetryAttempts": "0",
        "HelloLambdaEvConf/Properties/MaximumEventAgeInSeconds": "60",
        "HelloLambdaEvConf/Properties/DestinationConfig":
          "{\"OnFailure\":{\"Destination\":{\"Fn::GetAtt\":[\"HelloLambdaFunction\",\"Arn\"]}}}",
      ]),
    Case(
      name: "alias for concurrency",
      function: "handler: a.b, provisionedConcurrency: 3, events: [sqs: 'a:q']",
      expected: [
        "HelloProvConcLambdaAlias/Properties/ProvisionedConcurrencyConfig":
          "{\"ProvisionedConcurrentExecutions\":3}",
        "HelloEventSourceMappingSQSQ/Properties/FunctionName":
          "{\"Fn::Join\":[\":\",[{\"Fn::GetAtt\":[\"HelloLambdaFunction\",\"Arn\"]},\"provisioned\"]]}",
      ]),
    Case(
      name: "role by ARN", function: "handler: a.b, role: 'arn:aws:iam::1:role/x'",
      expected: [
        "HelloLambdaFunction/Properties/Role": "\"arn:aws:iam::1:role/x\"",
        "IamRoleLambdaExecution": "nothing",
      ]),
    Case(
      name: "role by its logical id", function: "handler: a.b, role: MyRole",
      expected: [
        "HelloLambdaFunction/Properties/Role": "{\"Fn::GetAtt\":[\"MyRole\",\"Arn\"]}",
        "HelloLambdaFunction/DependsOn": "[\"HelloLogGroup\",\"MyRole\"]",
      ]),
    Case(
      name: "role of the provider", function: "handler: a.b",
      provider: "iam: {role: 'arn:aws:iam::1:role/x'}",
      expected: [
        "HelloLambdaFunction/Properties/Role": "\"arn:aws:iam::1:role/x\"",
        "IamRoleLambdaExecution": "nothing",
      ]),
    Case(
      name: "role's settings, old form", function: "handler: a.b",
      provider: "rolePermissionsBoundary: b, iamManagedPolicies: [m]",
      expected: [
        "IamRoleLambdaExecution/Properties/PermissionsBoundary": "\"b\"",
        "IamRoleLambdaExecution/Properties/ManagedPolicyArns": "[\"m\"]",
        "IamRoleLambdaExecution/Properties/Path": "\"/\"",
      ]),
    Case(
      name: "file system", function: "handler: a.b, fileSystemConfig: {arn: f, localMountPath: /mnt/x}",
      expected: [
        "HelloLambdaFunction/Properties/FileSystemConfigs": "[{\"Arn\":\"f\",\"LocalMountPath\":\"/mnt/x\"}]"
      ]),
    Case(
      name: "default runtime of version 4", function: "handler: a.b", top: "frameworkVersion: '4'",
      expected: [
        "HelloLambdaFunction/Properties/Runtime": "\"nodejs20.x\"", "ServerlessDeploymentBucket": "nothing",
      ]),
    Case(
      name: "deployment bucket", function: "handler: a.b", provider: "deploymentBucket: mine",
      expected: ["ServerlessDeploymentBucket": "nothing"]),
  ]

  @Test(arguments: cases)
  func generates(_ test: Case) throws {
    let service = try ExpandedService(
      "service: shop\n\(test.top)\nprovider: {name: aws, \(test.provider)}\nfunctions: {hello: {\(test.function)}}"
    )
    for (path, json) in test.expected.sorted(by: { $0.key < $1.key }) {
      #expect(service.json(path) == json, "\(path)")
    }
    #expect(service.messages == [])
  }

  struct Grant: CustomTestStringConvertible, Sendable {
    let name: String
    let function: String
    let actions: String
    let resource: String

    var testDescription: String { name }
  }

  static let grants: [Grant] = [
    Grant(
      name: "sqs", function: "events: [sqs: 'a:q']",
      actions: #"["sqs:ReceiveMessage","sqs:DeleteMessage","sqs:GetQueueAttributes"]"#, resource: #"["a:q"]"#),
    Grant(
      name: "dynamodb", function: "events: [stream: {type: dynamodb, arn: t}]",
      actions:
        #"["dynamodb:GetRecords","dynamodb:GetShardIterator","dynamodb:DescribeStream","dynamodb:ListStreams"]"#,
      resource: #"["t"]"#),
    Grant(
      name: "kinesis", function: "events: [stream: {type: kinesis, arn: t}]",
      actions:
        #"["kinesis:GetRecords","kinesis:GetShardIterator","kinesis:DescribeStream","kinesis:ListStreams"]"#,
      resource: #"["t"]"#),
    Grant(
      name: "failed records",
      function: "events: [stream: {type: kinesis, arn: t, destinations: {onFailure: 'arn:aws:sns:r:1:t'}}]",
      actions: #"["sns:Publish"]"#, resource: #"["arn:aws:sns:r:1:t"]"#),
    Grant(
      name: "tracing", function: "tracing: true",
      actions: #"["xray:PutTraceSegments","xray:PutTelemetryRecords"]"#, resource: #"["*"]"#),
    Grant(name: "key", function: "kmsKeyArn: k", actions: #"["kms:Decrypt"]"#, resource: #"["k"]"#),
    Grant(
      name: "dead letters", function: "onError: 'arn:aws:sns:r:1:t'", actions: #"["sns:Publish"]"#,
      resource: #"["arn:aws:sns:r:1:t"]"#),
    Grant(
      name: "destination", function: "destinations: {onSuccess: 'arn:aws:sqs:r:1:q'}",
      actions: #"["sqs:SendMessage"]"#, resource: #"["arn:aws:sqs:r:1:q"]"#),
    Grant(
      name: "broker's secret", function: "events: [activemq: {arn: a, queue: q, basicAuthArn: s}]",
      actions: #"["secretsmanager:GetSecretValue"]"#, resource: #"["s"]"#),
    Grant(
      name: "msk", function: "events: [msk: {arn: a, topic: t}]",
      actions: #"["kafka:DescribeCluster","kafka:GetBootstrapBrokers"]"#, resource: #"["a"]"#),
    Grant(
      name: "websocket", function: "events: [websocket: $default]",
      actions: #"["execute-api:ManageConnections"]"#,
      resource: #"[{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":execute-api:*:*:*/@connections/*"]]}]"#),
    Grant(
      name: "file system", function: "fileSystemConfig: {arn: f}",
      actions: #"["elasticfilesystem:ClientMount","elasticfilesystem:ClientWrite"]"#, resource: #"["f"]"#),
  ]

  @Test(arguments: grants)
  func allows(_ test: Grant) throws {
    let shared = try ExpandedService(
      "service: s\nprovider: aws\nfunctions: {hello: {handler: a.b, \(test.function)}}")
    let statement = "{\"Effect\":\"Allow\",\"Action\":\(test.actions),\"Resource\":\(test.resource)}"
    #expect(shared.statements(of: "IamRoleLambdaExecution").contains(statement))
    let own = try ExpandedService(
      """
      service: s
      plugins: [serverless-iam-roles-per-function]
      provider: aws
      functions: {hello: {handler: a.b, iamRoleStatements: [], \(test.function)}}
      """)
    #expect(own.statements(of: "HelloIamRoleLambdaExecution").contains(statement))
    #expect(own.resource("IamRoleLambdaExecution") == nil)
  }

  @Test func letsTheSharedRoleWriteLogs() throws {
    let service = try ExpandedService(
      "service: s\nprovider: aws\nfunctions: {a: {handler: x.y}, b: {name: other, handler: x.y}}")
    let statements = service.statements(of: "IamRoleLambdaExecution")
    #expect(statements.count == 2)
    #expect(statements[0].contains("logs:CreateLogStream"))
    #expect(statements[0].contains(":log-group:/aws/lambda/s-dev*:*"))
    #expect(statements[1].contains(":log-group:/aws/lambda/other:*:*"))
  }

  @Test(arguments: [
    ("false", "", false), ("true", "", true), ("false", "iamRoleStatementsInherit: true, ", true),
  ])
  func inheritsStatements(_ defaultInherit: String, _ own: String, _ inherits: Bool) throws {
    let service = try ExpandedService(
      """
      service: s
      plugins: [serverless-iam-roles-per-function]
      custom: {serverless-iam-roles-per-function: {defaultInherit: \(defaultInherit)}}
      provider: {name: aws, iamRoleStatements: [{Effect: Allow, Action: shared, Resource: x}]}
      functions:
        a: {handler: x.y, \(own)iamRoleStatements: [{Effect: Allow, Action: own, Resource: y}]}
        b: {handler: x.y}
      """)
    let statements = service.statements(of: "AIamRoleLambdaExecution")
    #expect(statements.contains { $0.contains("\"own\"") })
    #expect(statements.contains { $0.contains("\"shared\"") } == inherits)
    #expect(service.statements(of: "IamRoleLambdaExecution").contains { $0.contains("\"shared\"") })
    #expect(
      service.json("BLambdaFunction/Properties/Role") == #"{"Fn::GetAtt":["IamRoleLambdaExecution","Arn"]}"#)
  }

  @Test(arguments: [
    ("", false), ("plugins: [serverless-offline]\n", false),
    ("plugins: [serverless-iam-roles-per-function]\n", true), ("plugins: ${file(plugins.js)}\n", true),
  ])
  func believesStatementsOfAFunctionOnlyWithThePlugin(_ plugins: String, _ areUsed: Bool) throws {
    let service = try ExpandedService(
      """
      service: s
      provider: aws
      \(plugins)functions: {a: {handler: x.y, iamRoleStatements: [{Effect: Allow, Action: own, Resource: y}]}}
      """)
    let role = areUsed ? "AIamRoleLambdaExecution" : "IamRoleLambdaExecution"
    #expect(service.statements(of: role).contains { $0.contains("\"own\"") } == areUsed)
  }

  @Test func keepsStatementsThatComeFromOutside() throws {
    let service = try ExpandedService(
      "service: s\nprovider: {name: aws, iam: {role: {statements: '${file(iam.js)}'}}}\nfunctions: {a: {handler: x.y}}"
    )
    #expect(service.statements(of: "IamRoleLambdaExecution").last?.contains("file(iam.js)") == true)
  }

  @Test func namesWhatDependsOnAStageThatIsNotKnown() throws {
    let service = try ExpandedService(
      "service: s\nprovider: {name: aws, stage: '${env:STAGE}'}\nfunctions: {a: {handler: x.y}}")
    #expect(
      service.json("ALambdaFunction/Properties/FunctionName")
        == #"{"Fn::Join":["",["s-",{"Fn::Parapet::Unresolved":{"kind":"env","expression":"${env:STAGE}"}},"-a"]]}"#
    )
  }

  @Test func mergesResources() throws {
    let service = try ExpandedService(
      """
      service: s
      provider: aws
      functions: {a: {handler: x.y, events: [s3: photos]}}
      resources:
        - Resources:
            S3BucketPhotos: {Type: AWS::S3::Bucket, Properties: {BucketName: other}}
            Table: {Type: AWS::DynamoDB::Table}
          Parameters: {P: {Type: String}}
        - Conditions: {C: !Equals [a, b]}
          Outputs: {O: {Value: !Ref Table}}
          extensions:
            ALambdaFunction: {Properties: {Timeout: 77}, DependsOn: [Table], DeletionPolicy: Retain}
            Nothing: {Properties: {}}
      """)
    #expect(service.json("S3BucketPhotos/Properties/BucketName") == "\"other\"")
    #expect(
      service.json("S3BucketPhotos/Properties/NotificationConfiguration/LambdaConfigurations/0/Event")
        == "\"s3:ObjectCreated:*\"")
    #expect(service.json("ALambdaFunction/Properties/Timeout") == "77")
    #expect(service.json("ALambdaFunction/DependsOn") == #"["ALogGroup","Table"]"#)
    #expect(service.template["Conditions"]?["C"] != nil)
    #expect(service.template["Parameters"]?["P"] != nil)
    #expect(service.template["Outputs"]?["O"] != nil)
    #expect(service.messages == ["'Nothing' cannot be extended: the service generates no such resource"])
  }

  @Test func readsAServiceWithoutFunctions() throws {
    let service = try ExpandedService(
      "service: s\nprovider: aws\nresources: {Resources: {T: {Type: AWS::SNS::Topic}}}")
    #expect(service.resourceIDs == ["T"])
    #expect(service.messages == [])
  }

  @Test func generatesStateMachines() throws {
    let service = try ExpandedService(
      """
      service: s
      provider: aws
      functions: {pay: {handler: x.y}}
      stepFunctions:
        stateMachines:
          order:
            definition: {StartAt: P, States: {P: {Type: Task, Resource: {Fn::GetAtt: [pay, Arn]}, End: true}}}
          named: {name: my-machine, role: arn:aws:iam::1:role/x, type: EXPRESS, definition: {StartAt: P, States: {}}}
      """)
    #expect(
      service.json("OrderStepFunctionsStateMachine/Properties/Definition/States/P/Resource")
        == #"{"Fn::GetAtt":["PayLambdaFunction","Arn"]}"#)
    #expect(
      service.statements(of: "OrderStepFunctionsStateMachineRole")
        == [
          #"{"Effect":"Allow","Action":["lambda:InvokeFunction"],"Resource":{"Fn::GetAtt":["PayLambdaFunction","Arn"]}}"#
        ])
    #expect(service.json("MyDashmachine/Properties/RoleArn") == "\"arn:aws:iam::1:role/x\"")
    #expect(service.json("MyDashmachine/Properties/StateMachineType") == "\"EXPRESS\"")
  }

  @Test func generatesLayers() throws {
    let service = try ExpandedService(
      "service: s\nprovider: aws\nlayers: {my-libs: {path: libs, allowedAccounts: ['*', 111122223333]}}")
    #expect(service.json("MyDashlibsLambdaLayer/Properties/Content") == "\"libs\"")
    #expect(service.json("MyDashlibsWildLambdaLayerPermission/Properties/Principal") == "\"*\"")
    #expect(service.resource("MyDashlibs111122223333LambdaLayerPermission") != nil)
  }

  @Test func replacesPseudoParametersOfThePlugin() throws {
    let text = "resources: {Outputs: {A: {Value: 'arn:#{AWS::AccountId}:#{Table.Arn}'}, B: {Value: '#{'}}}"
    let with = try ExpandedService(
      "service: s\nprovider: aws\nplugins: [serverless-pseudo-parameters]\n\(text)")
    #expect(
      with.template["Outputs"]?["A"]?["Value"].map(compact)
        == #"{"Fn::Sub":"arn:${AWS::AccountId}:${Table.Arn}"}"#)
    #expect(with.template["Outputs"]?["B"]?["Value"]?.text == "#{")
    let without = try ExpandedService("service: s\nprovider: aws\n\(text)")
    #expect(without.template["Outputs"]?["A"]?["Value"]?.text == "arn:#{AWS::AccountId}:#{Table.Arn}")
  }

  @Test(arguments: [
    ("{service: a, provider: {name: aws}, functions: {}}", true), ("{service: a, provider: aws}", true),
    ("{provider: {name: google}, functions: {}}", true), ("{service: a, provider: '${file(p.yml)}'}", true),
    ("{Resources: {A: {Type: x}}}", false), ("{service: a}", false), ("{provider: aws}", false),
    ("[1]", false),
    ("{services: {web: {image: x}}, version: 3}", false),
  ])
  func recognizesServices(_ yaml: String, _ expected: Bool) throws {
    let document = try Document.parse(Array(yaml.utf8), path: "serverless.yml")
    #expect(ServerlessFramework.applies(to: document, path: "serverless.yml") == expected)
  }

  @Test func reportsOtherProviders() throws {
    let service = try ExpandedService("service: a\nprovider: {name: google}\nfunctions: {f: {handler: x}}")
    #expect(service.messages == ["the provider 'google' is not aws; the service is not read"])
    #expect(service.resourceIDs == [])
  }

  @Test(arguments: [
    "functions: [1]", "functions: {a: 5}", "functions: {a: {handler: x, events: {sqs: q}}}",
    "functions: {a: {handler: x, events: [[1]]}}", "resources: [5]", "layers: {a: 5}",
    "stepFunctions: {stateMachines: {a: 5}}",
  ])
  func reportsWhatItDoesNotRead(_ section: String) throws {
    let service = try ExpandedService("service: a\nprovider: aws\n\(section)")
    #expect(service.expansion.problems.count == 1)
    #expect(service.expansion.problems.first?.isError == true)
    #expect(service.expansion.problems.first?.location.line == 3)
  }
}
