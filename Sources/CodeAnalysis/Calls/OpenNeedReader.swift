internal import PolicyEngine
internal import TaintEngine
internal import SourceModel

/// Finds what uses the role's rights without saying which: libraries, signed requests, unknown operations.
enum OpenNeedReader {
  static func needs(of analysis: Analysis) -> [OpenNeed] {
    var actions: [String: Set<String>] = [:]
    for fact in analysis.calls {
      for need in needs(of: fact) { actions[need.user, default: []].formUnion(need.actions) }
    }
    for (library, all) in unexplained(analysis) { actions[library, default: []].formUnion(all) }
    return actions.sorted { $0.key < $1.key }.map { OpenNeed(user: $0.key, actions: Array($0.value)) }
  }

  // MARK: Libraries

  /// Libraries of which not every call tells what it needs; one that only lends a class is never called.
  private static func unexplained(_ analysis: Analysis) -> [String: [String]] {
    var open: [String: [String]] = [:]
    for path in analysis.libraries {
      guard let entry = CallingLibraries.entry(of: path) else { continue }
      open[entry.library] = entry.actions
    }
    guard !open.isEmpty else { return [:] }
    var isExplained: [String: Bool] = [:]
    for fact in analysis.calls {
      guard let library = CallingLibraries.entry(of: fact.callee)?.library, !needsNothing(fact) else {
        continue
      }
      isExplained[library] = isExplained[library, default: true] && tellsItsNeeds(fact)
    }
    return open.filter { isExplained[$0.key] != true }
  }

  /// Constructions, and decorators that only pass on what their layer was told.
  private static func needsNothing(_ fact: CallFact) -> Bool {
    guard !tellsItsNeeds(fact) else { return false }
    let name = fact.callee.split(separator: ".").last ?? ""
    return name.first?.isUppercase ?? false
      || ["idempotent", "idempotent_function", "makeIdempotent"].contains(name)
  }

  private static func tellsItsNeeds(_ fact: CallFact) -> Bool {
    SDKCall(fact)?.operation.isKnown ?? (SignedRequests.actions(fact) != nil)
  }

  // MARK: Calls

  private static func needs(of fact: CallFact) -> [OpenNeed] {
    var needs: [OpenNeed] = []
    if let call = SDKCall(fact) {
      if !call.operation.isKnown {
        needs.append(OpenNeed(user: call.operation.name, actions: ["\(call.operation.service):*"]))
      } else if let lent = OperationTable.lentRights(of: call.operation) {
        needs.append(OpenNeed(user: call.operation.name, actions: CallingLibraries.withKeys(lent)))
      }
    }
    if let actions = SignedRequests.actions(fact) {
      let name = fact.callee.split(separator: ".").last ?? ""
      needs.append(OpenNeed(user: String(name), actions: actions))
    }
    if fact.callee == "nodemailer.createTransport", fact.argument(0)?.fields["SES"] != nil {
      needs.append(OpenNeed(user: "nodemailer", actions: ["ses:SendEmail", "ses:SendRawEmail"]))
    }
    var actions: Set<String> = []
    for argument in fact.arguments { collect(argument.value, depth: 0, into: &actions) }
    if !actions.isEmpty, CallingLibraries.entry(of: fact.callee) == nil {
      let user = fact.callee.replacing("()", with: "")
      needs.append(OpenNeed(user: user, actions: CallingLibraries.withKeys(actions.sorted())))
    }
    return needs
  }

  /// Records within records that are looked at for addresses.
  private static let depthLimit = 3

  /// What an address asks for: a library opens `s3://…` by itself, an extension answers on a local port.
  private static func collect(_ value: ValueFact, depth: Int, into actions: inout Set<String>) {
    for text in value.texts {
      for case .literal(let literal) in text.parts where literal.utf8.contains(UInt8(ascii: "/")) {
        for (mark, needed) in addresses where literal.holds(mark) { actions.formUnion(needed) }
      }
    }
    guard depth < depthLimit else { return }
    for inner in value.fields.values { collect(inner, depth: depth + 1, into: &actions) }
    for inner in value.elements { collect(inner, depth: depth + 1, into: &actions) }
  }

  /// Parts of addresses; all have a slash, which most texts have not.
  private static let addresses: [String: [String]] = [
    "s3://": ["s3:*"], "s3a://": ["s3:*"],
    "/secretsmanager/get": ["secretsmanager:GetSecretValue"],
    "/systemsmanager/parameters/get": ["ssm:GetParameter"],
    "localhost:2772/applications": [
      "appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration",
    ],
    "sqs://": ["sqs:*"], "dynamodb://": ["dynamodb:*"],
  ]
}
