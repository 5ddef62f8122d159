internal import Documents
internal import FindingModel

/// SAM's short form of an API's resource policy.
extension Assembly {
  private static let policyKeys: Set<String> = [
    "CustomStatements", "AwsAccountWhitelist", "AwsAccountBlacklist", "IpRangeWhitelist", "IpRangeBlacklist",
    "SourceVpcWhitelist", "SourceVpcBlacklist", "IntrinsicVpcWhitelist", "IntrinsicVpceWhitelist",
    "IntrinsicVpcBlacklist", "IntrinsicVpceBlacklist",
  ]

  /// - Parameter paths: The paths the policy is about; all of them if there is no list.
  mutating func addResourcePolicy(
    _ policy: Node, stage: Node?, paths: [String]?, to document: inout OpenAPIDocument
  ) {
    guard policy.isPlainMapping else {
      problem(at: policy.location, "This ResourcePolicy is not a map that is written out.")
      return
    }
    for entry in policy.entries where !Self.policyKeys.contains(entry.key) {
      problem(at: entry.keyLocation, "A ResourcePolicy has no '\(entry.key)'.")
    }
    for entry in policy.entries where entry.key != "CustomStatements" && !entry.value.isSequence {
      problem(at: entry.value.location, "'\(entry.key)' of a ResourcePolicy is not a list; it is left out.")
    }
    let make = Implied(at: policy.location)
    let key = "x-amazon-apigateway-policy"
    var whole = document.node.present(key) ?? make.map(["Version": make.text("2012-10-17")])
    var statements = (whole.present("Statement")?.asList ?? [])
    let before = statements.count
    for entry in SAMOrder.sorted(document.paths) where paths?.contains(entry.key) ?? true {
      let methods = OpenAPIDocument.methods(of: entry.value)
      let resources = SAMOrder.positions(of: methods).map { index in
        Self.resource(method: methods[index], path: entry.key, stage: stage, make)
      }
      if resources.isEmpty { continue }
      Self.append(Self.statements(policy, on: make.list(resources), make), to: &statements)
    }
    if let custom = policy.present("CustomStatements") {
      guard statements.isEmpty, !custom.isSequence else {
        Self.append(custom.asList, to: &statements)
        whole.set("Statement", to: make.list(statements))
        document.node.set(key, to: whole)
        return
      }
      whole.set("Statement", to: custom)
      document.node.set(key, to: whole)
    } else if statements.count > before {
      whole.set("Statement", to: statements.count == 1 ? statements[0] : make.list(statements))
      document.node.set(key, to: whole)
    }
  }

  private static func append(_ new: [Node], to statements: inout [Node]) {
    for statement in new where !statements.contains(where: { $0.hasSameContent(as: statement) }) {
      statements.append(statement)
    }
  }

  private static func resource(method: String, path: String, stage: Node?, _ make: Implied) -> Node {
    let isAny = [APIRoute.anyMethod, "any"].contains(method.lowercased())
    let verb = isAny ? "*" : method.uppercased()
    return make.sub(
      "execute-api:/${__Stage__}/\(verb)\(APIRoute.pattern(of: path))", ["__Stage__": stage])
  }

  private static func statements(_ policy: Node, on resources: Node, _ make: Implied) -> [Node] {
    func statement(_ effect: String, _ principal: Node, _ condition: Node? = nil) -> Node {
      make.map([
        "Action": make.text("execute-api:Invoke"), "Resource": resources, "Effect": make.text(effect),
        "Principal": principal, "Condition": condition,
      ])
    }
    func list(_ keys: String...) -> [Node] { keys.flatMap { policy.present($0)?.elements ?? [] } }
    let everyone = make.text("*")
    var result: [Node] = []
    for (key, effect) in [("AwsAccountWhitelist", "Allow"), ("AwsAccountBlacklist", "Deny")] {
      let accounts = list(key)
      if !accounts.isEmpty { result.append(statement(effect, make.map(["AWS": make.list(accounts)]))) }
    }
    func deny(_ test: String, _ pairs: [(String, [Node])]) {
      let present = pairs.filter { !$0.1.isEmpty }.map { Entry($0.0, at: make.place, make.list($0.1)) }
      if present.isEmpty { return }
      // Everybody may call, except where the list says otherwise.
      append([statement("Allow", everyone)], to: &result)
      result.append(statement("Deny", everyone, make.map([Entry(test, at: make.place, make.map(present))])))
    }
    deny("NotIpAddress", [("aws:SourceIp", list("IpRangeWhitelist"))])
    deny("IpAddress", [("aws:SourceIp", list("IpRangeBlacklist"))])
    for (test, color) in [("StringNotEquals", "Whitelist"), ("StringEquals", "Blacklist")] {
      let sources = list("SourceVpc" + color)
      let isEndpoint = { (node: Node) in node.text?.hasPrefix("vpce-") ?? false }
      deny(
        test,
        [
          ("aws:SourceVpc", list("IntrinsicVpc" + color) + sources.filter { !isEndpoint($0) }),
          ("aws:SourceVpce", list("IntrinsicVpce" + color) + sources.filter(isEndpoint)),
        ])
    }
    return result
  }
}
