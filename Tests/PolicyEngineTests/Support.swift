import ApplicationModel
import FindingModel
import PolicyEngine

let place = SourceLocation(path: "template.yaml", line: 1, column: 1)

/// `!Ref AWS::AccountId`.
let ownAccount = Text([.open(Expression("AWS::AccountId", origin: .pseudoParameter("AWS::AccountId")))])

func located(_ texts: [Text]) -> [Located<Text>] { texts.map { Located($0, at: place) } }

func reference(_ id: String, _ attribute: String? = nil) -> Text {
  Text([.reference(ResourceReference(id, attribute: attribute))])
}

func condition(_ operation: String, _ key: String, _ values: Text...) -> PolicyCondition {
  PolicyCondition(operation: operation, key: key, values: values, location: place)
}

let everyone = Principals.only([Principal(kind: .anyone, value: "*", location: place)])

func principal(_ kind: Principal.Kind, _ value: Text) -> Principals {
  .only([Principal(kind: kind, value: value, location: place)])
}

func statement(
  _ effect: Statement.Effect, actions: [Text] = ["sqs:SendMessage"], resources: [Text] = ["*"],
  principals: Principals = .absent, _ conditions: PolicyCondition...
) -> Statement {
  Statement(
    effect: .known(effect, at: place), actions: .only(located(actions)), resources: .only(located(resources)),
    principals: principals, conditions: conditions, location: place)
}

func audiences(_ statements: Statement..., action: String? = "sqs:SendMessage") -> [Audience] {
  PolicyDocument(statements: statements, location: place).openings(for: action).map(\.audience)
}

func need(_ action: String, _ resource: Text, line: Int = 1, isConditional: Bool = false) -> ActionNeed {
  ActionNeed(
    action: action, resource: resource, reason: .call(action),
    locations: [SourceLocation(path: "src/app.py", line: line, column: 1)], isConditional: isConditional)
}

func role(managed: [Text]) -> Role {
  Role(
    identity: ResourceIdentity(
      id: "Role", name: "Role", type: "AWS::IAM::Role", location: place, isImplied: false),
    roleName: .absent, trust: nil, policies: [], managedPolicies: located(managed),
    permissionsBoundary: .absent)
}
