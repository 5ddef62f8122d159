import ApplicationModel
import FindingModel
import PolicyEngine
import Testing

@testable import IdentityRules

/// Which sets of actions complete a path.
@Suite struct EscalationPathTests {
  @Test(arguments: [
    (["iam:PassRole", "ec2:RunInstances"], ["ec2-001"]), (["iam:PassRole"], []), (["ec2:RunInstances"], []),
    (["iam:PutRolePolicy"], ["iam-005"]),
    // The longer paths over an action that suffices alone add nothing.
    (["iam:AttachRolePolicy", "sts:AssumeRole", "iam:UpdateAssumeRolePolicy"], ["iam-009", "iam-012"]),
    (["iam:Pass*", "lambda:Create*", "lambda:Invoke*"], ["lambda-001", "lambda-002"]),
    (["lambda:UpdateFunctionCode", "sts:AssumeRole"], []), (["cloudformation:*"], []), (["*"], []),
    (["ssm:StartSession"], ["ssm-001"]),
  ])
  func completesPaths(actions: [String], paths: [String]) {
    let role = Role.holding(.allowing(actions.map { Text($0) }, on: ["*"]))
    #expect(role.escalations.map(\.path.id) == paths)
  }

  @Test func aRoleOfOneNameIsNoPath() {
    let pass = Statement.allowing(["iam:PassRole"], on: ["arn:aws:iam::111122223333:role/worker"])
    let run = Statement.allowing(["ec2:RunInstances"], on: ["*"])
    #expect(Role.holding(pass, run).escalations.isEmpty)
  }

  @Test(arguments: [
    ("iam:AttachUserPolicy", nil, ["iam-008"]), ("iam:PutRolePolicy", nil, ["iam-005"]),
    ("iam:AttachUserPolicy", "iam:PolicyARN", []), ("iam:PutRolePolicy", "iam:PermissionsBoundary", []),
    ("iam:CreateAccessKey", nil, []), ("iam:UpdateAssumeRolePolicy", nil, []),
  ])
  func whoeverMayGiveAnyPolicyToOneIdentityMayGiveItEverything(
    action: String, key: String?, paths: [String]
  ) {
    let conditions = key.map { key in
      [
        PolicyCondition(
          operation: "ArnEquals", key: key, values: ["arn:aws:iam::aws:policy/Any"], location: .here)
      ]
    }
    let statement = Statement(
      effect: .known(.allow, at: .here), actions: .only([Located(Text(action), at: .here)]),
      resources: .only([Located("arn:aws:iam::111122223333:user/bilbo", at: .here)]),
      conditions: conditions ?? [], location: .here)
    let escalations = Role.holding(statement).escalations
    #expect(escalations.map(\.path.id) == paths)
    #expect(!escalations.contains { !$0.isForNamedOthers })
  }

  @Test func aDenialClosesThePath() {
    let allowing = Statement.allowing(["iam:PassRole", "ec2:RunInstances"], on: ["*"])
    let denying = Statement(
      effect: .known(.deny, at: .here), actions: .only([Located("iam:*", at: .here)]),
      resources: .only([Located("*", at: .here)]), location: .here)
    #expect(Role.holding(allowing, denying).escalations.isEmpty)
  }

  @Test func idsAreUniqueAndNoPathIsEmpty() {
    #expect(Set(EscalationPath.all.map(\.id)).count == EscalationPath.all.count)
    #expect(
      EscalationPath.all.allSatisfy { !$0.actions.isEmpty && $0.actions.allSatisfy { $0.contains(":") } })
    #expect(EscalationPath.all.count >= 65)
  }
}

extension Role {
  static func holding(_ statements: Statement...) -> WorkloadRole {
    let document = PolicyDocument(statements: statements, location: .here)
    let role = Role(
      identity: ResourceIdentity(
        id: "Worker", name: "Worker", type: "AWS::IAM::Role", location: .here, isImplied: false),
      roleName: .absent, trust: nil, policies: [AttachedPolicy(name: "own", document: document)],
      managedPolicies: [], permissionsBoundary: .absent)
    return WorkloadRole(role: role, functions: [], machines: [], boundary: nil)
  }
}
