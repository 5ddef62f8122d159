/// A set of actions that together let a role gain the rights of another, or any right at all.
package struct EscalationPath: Hashable, Sendable {
  package enum Gain: Hashable, Sendable {
    /// It starts something new under a role of its choice.
    case newWorkload
    /// It takes over something that runs under another role.
    case existingWorkload
    /// It changes what it may do itself.
    case ownRights
    /// It becomes another user or role.
    case otherIdentity
  }

  /// The name by which the path is known to the security community.
  package let id: String
  package let actions: [String]
  package let gain: Gain

  /// The service a role is passed to, as in `iam:PassedToService`.
  package var passedTo: String? {
    guard actions.contains("iam:PassRole") else { return nil }
    let service = id.prefix { $0 != "-" }
    return switch service {
    case "ecs": "ecs-tasks.amazonaws.com"
    case "apprunner": "tasks.apprunner.amazonaws.com"
    case "bedrock": "bedrock-agentcore.amazonaws.com"
    default: "\(service).amazonaws.com"
    }
  }

  /// Whether another rule answers for it: changing functions, assuming roles.
  package var hasOwnRule: Bool { ["lambda-003", "lambda-004", "lambda-005", "sts-001"].contains(id) }
}

extension EscalationPath {
  private init(_ id: String, _ gain: Gain, _ actions: String...) {
    self.init(id: id, actions: actions, gain: gain)
  }

  package static let all: [EscalationPath] = [
    EscalationPath("apprunner-001", .newWorkload, "iam:PassRole", "apprunner:CreateService"),
    EscalationPath("apprunner-002", .existingWorkload, "apprunner:UpdateService"),
    EscalationPath(
      "bedrock-001", .newWorkload, "iam:PassRole", "bedrock-agentcore:CreateCodeInterpreter",
      "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"),
    EscalationPath(
      "bedrock-002", .existingWorkload, "bedrock-agentcore:StartCodeInterpreterSession",
      "bedrock-agentcore:InvokeCodeInterpreter"),
    EscalationPath("cloudformation-001", .newWorkload, "iam:PassRole", "cloudformation:CreateStack"),
    EscalationPath("cloudformation-002", .existingWorkload, "cloudformation:UpdateStack"),
    EscalationPath(
      "cloudformation-003", .newWorkload, "iam:PassRole", "cloudformation:CreateStackSet",
      "cloudformation:CreateStackInstances"),
    EscalationPath("cloudformation-004", .newWorkload, "iam:PassRole", "cloudformation:UpdateStackSet"),
    EscalationPath(
      "cloudformation-005", .existingWorkload, "cloudformation:CreateChangeSet",
      "cloudformation:ExecuteChangeSet"),
    EscalationPath(
      "codebuild-001", .newWorkload, "iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"),
    EscalationPath("codebuild-002", .existingWorkload, "codebuild:StartBuild"),
    EscalationPath("codebuild-003", .existingWorkload, "codebuild:StartBuildBatch"),
    EscalationPath(
      "codebuild-004", .newWorkload, "iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuildBatch"),
    EscalationPath(
      "datapipeline-001", .newWorkload, "iam:PassRole", "datapipeline:CreatePipeline",
      "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"),
    EscalationPath("ec2instanceconnect-003", .existingWorkload, "ec2-instance-connect:SendSSHPublicKey"),
    EscalationPath("ec2-001", .newWorkload, "iam:PassRole", "ec2:RunInstances"),
    EscalationPath(
      "ec2-002", .existingWorkload, "ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"),
    EscalationPath("ec2-003", .newWorkload, "iam:PassRole", "ec2:RequestSpotInstances"),
    EscalationPath(
      "ec2-004", .existingWorkload, "ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"),
    EscalationPath(
      "ecs-001", .newWorkload, "iam:PassRole", "ecs:CreateCluster", "ecs:RegisterTaskDefinition",
      "ecs:CreateService"),
    EscalationPath(
      "ecs-002", .newWorkload, "iam:PassRole", "ecs:CreateCluster", "ecs:RegisterTaskDefinition",
      "ecs:RunTask"),
    EscalationPath(
      "ecs-003", .newWorkload, "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"),
    EscalationPath("ecs-004", .newWorkload, "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"),
    EscalationPath("ecs-005", .newWorkload, "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"),
    EscalationPath("glue-001", .newWorkload, "iam:PassRole", "glue:CreateDevEndpoint"),
    EscalationPath("glue-002", .existingWorkload, "glue:UpdateDevEndpoint"),
    EscalationPath("glue-003", .newWorkload, "iam:PassRole", "glue:CreateJob", "glue:StartJobRun"),
    EscalationPath("glue-004", .newWorkload, "iam:PassRole", "glue:CreateJob", "glue:CreateTrigger"),
    EscalationPath("glue-005", .newWorkload, "iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"),
    EscalationPath("glue-006", .newWorkload, "iam:PassRole", "glue:UpdateJob", "glue:CreateTrigger"),
    EscalationPath("iam-001", .ownRights, "iam:CreatePolicyVersion"),
    EscalationPath("iam-002", .otherIdentity, "iam:CreateAccessKey"),
    EscalationPath("iam-003", .otherIdentity, "iam:CreateAccessKey", "iam:DeleteAccessKey"),
    EscalationPath("iam-004", .otherIdentity, "iam:CreateLoginProfile"),
    EscalationPath("iam-005", .ownRights, "iam:PutRolePolicy"),
    EscalationPath("iam-006", .otherIdentity, "iam:UpdateLoginProfile"),
    EscalationPath("iam-007", .ownRights, "iam:PutUserPolicy"),
    EscalationPath("iam-008", .ownRights, "iam:AttachUserPolicy"),
    EscalationPath("iam-009", .ownRights, "iam:AttachRolePolicy"),
    EscalationPath("iam-010", .ownRights, "iam:AttachGroupPolicy"),
    EscalationPath("iam-011", .ownRights, "iam:PutGroupPolicy"),
    EscalationPath("iam-012", .otherIdentity, "iam:UpdateAssumeRolePolicy"),
    EscalationPath("iam-013", .ownRights, "iam:AddUserToGroup"),
    EscalationPath("iam-014", .otherIdentity, "iam:AttachRolePolicy", "sts:AssumeRole"),
    EscalationPath("iam-015", .otherIdentity, "iam:AttachUserPolicy", "iam:CreateAccessKey"),
    EscalationPath("iam-016", .otherIdentity, "iam:CreatePolicyVersion", "sts:AssumeRole"),
    EscalationPath("iam-017", .otherIdentity, "iam:PutRolePolicy", "sts:AssumeRole"),
    EscalationPath("iam-018", .otherIdentity, "iam:PutUserPolicy", "iam:CreateAccessKey"),
    EscalationPath("iam-019", .otherIdentity, "iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy"),
    EscalationPath("iam-020", .otherIdentity, "iam:CreatePolicyVersion", "iam:UpdateAssumeRolePolicy"),
    EscalationPath("iam-021", .otherIdentity, "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"),
    EscalationPath(
      "lambda-001", .newWorkload, "iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"),
    EscalationPath(
      "lambda-002", .newWorkload, "iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"),
    EscalationPath("lambda-003", .existingWorkload, "lambda:UpdateFunctionCode"),
    EscalationPath("lambda-004", .existingWorkload, "lambda:UpdateFunctionCode", "lambda:InvokeFunction"),
    EscalationPath("lambda-005", .existingWorkload, "lambda:UpdateFunctionCode", "lambda:AddPermission"),
    EscalationPath(
      "lambda-006", .newWorkload, "iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"),
    EscalationPath("sagemaker-001", .newWorkload, "iam:PassRole", "sagemaker:CreateNotebookInstance"),
    EscalationPath("sagemaker-002", .newWorkload, "iam:PassRole", "sagemaker:CreateTrainingJob"),
    EscalationPath("sagemaker-003", .newWorkload, "iam:PassRole", "sagemaker:CreateProcessingJob"),
    EscalationPath("sagemaker-004", .existingWorkload, "sagemaker:CreatePresignedNotebookInstanceUrl"),
    EscalationPath(
      "sagemaker-005", .existingWorkload, "sagemaker:CreateNotebookInstanceLifecycleConfig",
      "sagemaker:StopNotebookInstance", "sagemaker:UpdateNotebookInstance",
      "sagemaker:StartNotebookInstance"),
    EscalationPath("ssm-001", .existingWorkload, "ssm:StartSession"),
    EscalationPath("ssm-002", .existingWorkload, "ssm:SendCommand"),
    EscalationPath("sts-001", .otherIdentity, "sts:AssumeRole"),
  ]
}
