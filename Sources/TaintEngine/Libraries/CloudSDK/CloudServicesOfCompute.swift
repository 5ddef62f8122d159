/// Functions, workflows, containers, machines and what can run commands on them.
extension CloudService {
  static let compute: [CloudService] = [
    functions, workflows, containers, batch, machines, builds, glue, stacks, pipelines,
  ]

  private static let functions = CloudService(
    "lambda", "Lambda",
    [
      CloudOperations(
        ["Invoke"], resources: ["FunctionName", "Qualifier"], payloads: ["Payload", "ClientContext"],
        answer: .stored("the answer of another function")),
      CloudOperations(
        ["InvokeAsync"], resources: ["FunctionName"], payloads: ["InvokeArgs"], answer: .clean),
      CloudOperations(
        ["InvokeWithResponseStream"], resources: ["FunctionName"], payloads: ["Payload"],
        answer: .stored("the answer of another function")),
      CloudOperations(
        ["CreateFunction", "UpdateFunctionCode", "PublishLayerVersion"], resources: ["FunctionName", "Role"],
        texts: [
          (.codeExecution, "ZipFile", .certain), (.codeExecution, "Code", .certain),
          (.codeExecution, "S3Key", .likely), (.codeExecution, "ImageUri", .likely),
          (.codeExecution, "Content", .likely),
        ]),
      CloudOperations(
        [
          "UpdateFunctionConfiguration", "DeleteFunction", "AddPermission", "CreateEventSourceMapping",
          "PutFunctionConcurrency", "GetFunction", "GetFunctionConfiguration",
        ], resources: ["FunctionName", "EventSourceArn", "Role", "Principal"], payloads: ["Environment"]),
    ])

  private static let workflows = CloudService(
    "stepfunctions", "StepFunctions", module: "sfn", newer: "SFN",
    [
      CloudOperations(
        ["StartExecution"], resources: ["stateMachineArn"], payloads: ["input", "name"], answer: .clean),
      CloudOperations(
        ["StartSyncExecution"], resources: ["stateMachineArn"], payloads: ["input", "name"],
        answer: .stored("the output of a workflow")),
      CloudOperations(
        ["SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"], keys: ["taskToken"],
        payloads: ["output", "cause", "error"], answer: .clean),
      CloudOperations(
        ["DescribeExecution", "GetExecutionHistory", "StopExecution"], resources: ["executionArn"],
        answer: .stored("the output of a workflow")),
      CloudOperations(
        ["CreateStateMachine", "UpdateStateMachine"], resources: ["roleArn"],
        texts: [(.codeExecution, "definition", .likely)], answer: .clean),
    ])

  private static let containers = CloudService(
    "ecs", "ECS",
    [
      CloudOperations(
        ["RunTask", "StartTask", "UpdateService"], resources: ["cluster", "taskDefinition", "service"],
        texts: [(.commandArgument, "overrides", .likely)], answer: .clean)
    ])

  private static let batch = CloudService(
    "batch", "Batch",
    [
      CloudOperations(
        ["SubmitJob"], resources: ["jobQueue", "jobDefinition"], payloads: ["parameters", "jobName"],
        texts: [(.commandArgument, "containerOverrides", .likely)], answer: .clean)
    ])

  private static let machines = CloudService(
    "ec2", "EC2",
    [
      CloudOperations(
        ["RunInstances", "RequestSpotInstances"],
        resources: ["ImageId", "InstanceType", "IamInstanceProfile"],
        texts: [(.osCommand, "UserData", .likely)]),
      CloudOperations(
        [
          "StartInstances", "StopInstances", "TerminateInstances", "RebootInstances",
          "ModifyInstanceAttribute",
          "AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress", "CreateTags", "DeleteSnapshot",
          "DeregisterImage", "ModifySnapshotAttribute",
        ],
        resources: ["InstanceIds", "InstanceId", "GroupId", "Resources", "SnapshotId", "ImageId", "CidrIp"]),
    ])

  private static let builds = CloudService(
    "codebuild", "CodeBuild",
    [
      CloudOperations(
        ["StartBuild", "StartBuildBatch"], resources: ["projectName"],
        payloads: ["environmentVariablesOverride", "sourceVersion"],
        texts: [
          (.osCommand, "buildspecOverride", .certain), (.codeExecution, "sourceLocationOverride", .likely),
        ],
        answer: .clean)
    ])

  private static let glue = CloudService(
    "glue", "Glue",
    [
      CloudOperations(["StartJobRun"], resources: ["JobName"], payloads: ["Arguments"], answer: .clean),
      CloudOperations(["StartCrawler", "StartWorkflowRun"], resources: ["Name"], answer: .clean),
    ])

  private static let stacks = CloudService(
    "cloudformation", "CloudFormation",
    [
      CloudOperations(
        ["CreateStack", "UpdateStack", "CreateChangeSet"], resources: ["StackName", "RoleARN"],
        payloads: ["Parameters"],
        texts: [(.codeExecution, "TemplateBody", .likely), (.codeExecution, "TemplateURL", .likely)]),
      CloudOperations(["DeleteStack", "DescribeStacks"], resources: ["StackName"]),
    ])

  private static let pipelines = CloudService(
    "codepipeline", "CodePipeline",
    [
      CloudOperations(["StartPipelineExecution"], resources: ["name"], answer: .clean),
      CloudOperations(
        ["PutJobSuccessResult", "PutJobFailureResult"], keys: ["jobId"], payloads: ["failureDetails"],
        answer: .clean),
    ])
}
