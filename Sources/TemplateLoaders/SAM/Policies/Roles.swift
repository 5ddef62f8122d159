internal import Documents
internal import FindingModel

/// An execution role as it grows: what the resource asks for, and what its events and destinations need.
struct RoleDraft {
  let id: String
  let service: String
  var managed: [Node] = []
  var inline: [Node] = []

  init(id: String, service: String) {
    self.id = id
    self.service = service
  }

  /// - Parameter path: Of a policy that the table does not know.
  mutating func addManaged(_ name: String, path: String = "", at place: SourceLocation) {
    let arn = ManagedPolicies.arn(of: name) ?? "arn:aws:iam::aws:policy/\(path)\(name)"
    add(managed: Node.string(arn, at: place))
  }

  mutating func add(managed arn: Node) {
    guard !managed.contains(where: { $0.hasSameContent(as: arn) }) else { return }
    managed.append(arn)
  }

  mutating func add(
    policy name: String, _ statements: [Node], version: Bool = false, at place: SourceLocation
  ) {
    let make = Implied(at: place)
    let document = make.map([
      "Version": version ? make.text("2012-10-17") : nil, "Statement": make.list(statements),
    ])
    let policy = make.map(["PolicyName": make.text(name), "PolicyDocument": document])
    guard !inline.contains(where: { $0.hasSameContent(as: policy) }) else { return }
    inline.append(policy)
  }
}

enum Roles {
  /// `{Version, Statement: [allow the service to assume the role]}`.
  static func trust(_ service: String, at place: SourceLocation) -> Node {
    let make = Implied(at: place)
    let statement = make.map([
      "Action": make.texts(["sts:AssumeRole"]), "Effect": make.text("Allow"),
      "Principal": make.map(["Service": make.texts([service])]),
    ])
    return make.map(["Version": make.text("2012-10-17"), "Statement": make.list([statement])])
  }

  static func allow(_ actions: [String], on resource: Node, at place: SourceLocation) -> Node {
    let make = Implied(at: place)
    return make.map([
      "Action": make.texts(actions), "Effect": make.text("Allow"), "Resource": resource,
    ])
  }

  /// The action as a text instead of a list.
  static func allow(_ action: String, on resource: Node, at place: SourceLocation) -> Node {
    let make = Implied(at: place)
    return make.map(["Action": make.text(action), "Effect": make.text("Allow"), "Resource": resource])
  }
}

extension Assembly {
  /// Reads a `Policies` property into a role.
  mutating func read(policies: Node, into role: inout RoleDraft) {
    // `Policies: !If [a, [x], [y]]`: nobody knows the list yet, but each of its policies under its condition.
    if let (condition, then, otherwise) = policies.choice, then.isSequence || otherwise.isSequence {
      readChosen(then, under: condition, chosen: true, of: policies, into: &role)
      readChosen(otherwise, under: condition, chosen: false, of: policies, into: &role)
      return
    }
    for (index, policy) in policies.asList.enumerated() where !policy.isNull {
      read(policy, name: "\(role.id)Policy\(index)", into: &role)
    }
  }

  private mutating func readChosen(
    _ list: Node, under condition: String, chosen: Bool, of policies: Node, into role: inout RoleDraft
  ) {
    if list.isNoValue { return }
    let make = Implied(at: policies.location)
    let suffix = chosen ? "" : "Else"
    for (index, policy) in list.asList.enumerated() {
      let wrapped =
        chosen
        ? make.choose(condition, policy) : make.choose(condition, make.noValue, policy)
      read(wrapped, name: "\(role.id)Policy\(suffix)\(index)", into: &role)
    }
  }

  private mutating func read(_ policy: Node, name: String, into role: inout RoleDraft) {
    let branches = policy.branches.filter { !$0.isNoValue }
    let noValue = Implied(at: policy.location).noValue
    if branches.contains(where: Self.isUnreadable) {
      problem(at: policy.location, "This policy is neither a name, a template nor a policy document.")
    }
    // One `Fn::If` may choose between a name and a document; each side goes where its kind belongs.
    if branches.isEmpty || branches.contains(where: Self.isManaged) {
      role.add(managed: managed(policy.mapBranches { Self.isDocument($0) ? noValue : $0 }))
    }
    if branches.contains(where: Self.isDocument) {
      role.inline.append(policy.mapBranches { Self.isDocument($0) ? inline($0, name: name) : noValue })
    }
  }

  private static func isManaged(_ policy: Node) -> Bool { policy.isIntrinsic || policy.text != nil }

  private static func isDocument(_ policy: Node) -> Bool { policy.isPlainMapping && !policy.entries.isEmpty }

  private static func isUnreadable(_ policy: Node) -> Bool { !isManaged(policy) && !isDocument(policy) }

  private func managed(_ policy: Node) -> Node {
    policy.mapBranches { branch in
      var name = branch
      if let parameter = branch.reference, let value = parameters[parameter], value.text != nil {
        name = value
      }
      guard let text = name.text, let arn = ManagedPolicies.arn(of: text) else { return branch }
      return .string(arn, at: branch.location, isImplied: branch.isImplied)
    }
  }

  private mutating func inline(_ policy: Node, name: String) -> Node {
    let make = Implied(at: policy.location)
    if policy.present("Statement") != nil {
      return make.map(["PolicyName": make.text(name), "PolicyDocument": policy])
    }
    guard policy.entries.count == 1, let entry = policy.entries.first else {
      problem(at: policy.location, "A policy template must be the only key of its map.")
      return make.map(["PolicyName": make.text(name), "PolicyDocument": policy])
    }
    guard let template = PolicyTemplates.all[entry.key] else {
      problem(at: entry.keyLocation, "'\(entry.key)' is not a policy template of SAM.")
      return make.map(["PolicyName": make.text(name), "PolicyDocument": policy])
    }
    for parameter in template.parameters where entry.value.present(parameter) == nil {
      problem(at: entry.value.location, "The policy template '\(entry.key)' needs '\(parameter)'.")
    }
    for value in entry.value.entries where !template.parameters.contains(value.key) {
      problem(at: value.keyLocation, "The policy template '\(entry.key)' has no parameter '\(value.key)'.")
    }
    let document = template.document(entry.value, at: entry.keyLocation)
    return make.map(["PolicyName": make.text(name), "PolicyDocument": document])
  }
}
