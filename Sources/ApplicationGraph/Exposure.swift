package import ApplicationModel
package import FindingModel
package import PolicyEngine

/// One way a function is made to run.
package struct ExposurePath: Hashable, Sendable {
  package let exposure: Exposure
  /// `Anyone on the internet`.
  package let who: String
  /// `Anyone on the internet, by GET /orders`.
  package let summary: String
  /// From the caller to the function.
  package let steps: [TraceStep]
  /// Whether it is concluded from signs, not written in the template.
  package let isAssumed: Bool
}

extension ApplicationGraph {
  /// The widest of ``exposurePaths(of:)``.
  package func exposure(of function: Function) -> Exposure {
    exposurePaths(of: function).first?.exposure ?? .nobody
  }

  /// All ways a function is made to run, widest first, then in the order of its triggers and callers.
  package func exposurePaths(of function: Function) -> [ExposurePath] {
    let paths = triggerPaths(of: function) + invocations.paths(to: function.id)
    return paths.enumerated().sorted { left, right in
      left.element.exposure == right.element.exposure
        ? left.offset < right.offset : left.element.exposure > right.element.exposure
    }.map(\.element)
  }

  func triggerPaths(of function: Function) -> [ExposurePath] {
    function.triggers.map { path(of: $0, visited: [function.id]) }
  }

  /// The way that one of a function's triggers opens.
  package func exposurePath(of trigger: Trigger, in function: Function) -> ExposurePath {
    path(of: trigger, visited: [function.id])
  }

  private func path(of trigger: Trigger, visited: Set<String>) -> ExposurePath {
    let reach = reach(of: trigger, visited: visited)
    let detail = trigger.detail.map { " (\($0))" } ?? ""
    let step = TraceStep(at: trigger.location, note: "\(trigger.kind.title)\(detail) invokes the function")
    return ExposurePath(
      exposure: reach.exposure, who: reach.who, summary: "\(reach.who), by \(trigger.kind.title)\(detail)",
      steps: reach.steps + [step], isAssumed: reach.isAssumed)
  }

  /// Who can make a source send an event, with the steps that prove it.
  struct Reach: Sendable {
    var exposure: Exposure
    var who: String
    var steps: [TraceStep] = []
    /// Whether it is concluded from signs, not written in the template.
    var isAssumed = false

    static let internet = Reach(exposure: .internet, who: "Anyone on the internet")
    static let account = Reach(exposure: .account, who: "Identities and services of the account")
    static let clock = Reach(exposure: .nobody, who: "Nobody but the platform's clock")
  }

  func reach(of trigger: Trigger, visited: Set<String>) -> Reach {
    if trigger.isEnabled.value == false {
      return Reach(exposure: .nobody, who: "Nobody while it is disabled")
    }
    switch trigger.kind {
    case .restAPI, .httpAPI, .webSocketAPI, .functionURL, .graphQL:
      return trigger.authorizer == .iam
        ? reach(ofSigned: trigger, visited: visited) : reach(through: trigger.authorizer, of: trigger)
    case .loadBalancer:
      return trigger.authorizer == .privateNetwork
        ? .account : reach(through: trigger.authorizer, of: trigger)
    case .edge, .email:
      return .internet
    case .authorizer:
      // An authorizer runs before anyone is known: whoever reaches the API reaches it.
      return Reach(exposure: .internet, who: "Anyone who calls the API")
    case .userPool:
      return Reach(exposure: .internet, who: "Anyone who signs up or signs in")
    case .voiceAssistant:
      return Reach(exposure: .authenticated, who: "Anyone who talks to the assistant")
    case .iot:
      return Reach(exposure: .authenticated, who: "Devices with a certificate")
    case .agent:
      return Reach(exposure: .authenticated, who: "Users of the agent")
    case .schedule, .secretRotation:
      return .clock
    case .permission:
      return reach(ofPermission: trigger)
    case .stateMachine:
      return reach(ofStateMachine: trigger, visited: visited)
    case .bucket, .topic, .queue, .kinesis, .tableStream, .eventRule, .pipe, .firehose, .documentStream,
      .kafka,
      .messageBroker, .logSubscription, .customResource, .configurationRule:
      return reach(ofSource: trigger.source.value, visited: visited)
    }
  }

  private func reach(through authorizer: Authorizer, of trigger: Trigger) -> Reach {
    switch authorizer {
    case .none: return apiReach(of: trigger) ?? .internet
    case .apiKey: return Reach(exposure: .internet, who: "Anyone who holds the API key")
    case .function, .userPool, .jwt:
      return Reach(exposure: .authenticated, who: "Users the authorizer accepts")
    case .iam, .platform: return .account
    case .privateNetwork: return Reach(exposure: .account, who: "Callers inside the network")
    case .unresolved(let expression):
      return Reach(exposure: .authenticated, who: "Callers that \(expression.text) lets in")
    }
  }

  /// Callers who have to sign their requests, with credentials of the account or of a role it hands out.
  private func reach(ofSigned trigger: Trigger, visited: Set<String>) -> Reach {
    let owner = visited.first { function($0) != nil }
    let federated = federatedCallers.reach(of: trigger, function: owner)
    if let federated, !federated.isAssumed { return federated }
    // Only callers with credentials of an identity pool have an identity there that code could read.
    if !poolIdentityReaders.isDisjoint(with: visited) {
      return Reach(exposure: .authenticated, who: "Users of an identity pool", isAssumed: true)
    }
    return federated ?? .account
  }

  /// What the API's own policy leaves of the internet.
  private func apiReach(of trigger: Trigger) -> Reach? {
    guard let id = trigger.source.value?.references.first?.id,
      let api = resource(id) as? API
    else { return nil }
    if api.endpointTypes.value?.contains("PRIVATE") == true {
      return Reach(exposure: .account, who: "Callers inside the network")
    }
    guard let policy = api.resourcePolicy, policy.statements.contains(where: \.allows) else { return nil }
    return reach(ofOpenings: policy.openings(for: "execute-api:Invoke"))
  }

  private func reach(ofPermission trigger: Trigger) -> Reach {
    guard let id = trigger.connection, let permission = resource(id) as? Permission else { return .account }
    return reach(ofOpenings: [permission.opening].compactMap { $0 })
  }

  private func reach(ofStateMachine trigger: Trigger, visited: Set<String>) -> Reach {
    guard let id = trigger.source.value?.references.first?.id, !visited.contains(id),
      let machine = resource(id) as? StateMachine
    else { return .account }
    let reaches = machine.triggers.map { reach(of: $0, visited: visited.union([id])) }
    return reaches.max { $0.exposure < $1.exposure } ?? .account
  }

  /// The widest of the policies of a source and of what feeds it.
  private func reach(ofSource source: Text?, visited: Set<String>) -> Reach {
    guard let id = source?.references.first?.id, !visited.contains(id) else { return .account }
    var widest = reach(ofOpenings: openings(ofSource: id))
    for feeder in feeders(of: id) {
      let upstream = reach(
        ofSource: Text([.reference(ResourceReference(feeder))]), visited: visited.union([id]))
      if upstream.exposure > widest.exposure { widest = upstream }
    }
    if let signed = signedReaches[id], signed.exposure > widest.exposure { widest = signed }
    return widest
  }

  private func reach(ofOpenings openings: [Opening]) -> Reach {
    openings.map(\.reach).max { $0.exposure < $1.exposure } ?? .account
  }

  /// People outside the account who write into a store or channel themselves; `nil` where there are none.
  package func outsideWriters(of id: String) -> ExposurePath? {
    let reach = reach(ofSource: Text([.reference(ResourceReference(id))]), visited: [])
    guard reach.exposure > .account else { return nil }
    return ExposurePath(
      exposure: reach.exposure, who: reach.who, summary: reach.who, steps: reach.steps,
      isAssumed: reach.isAssumed)
  }

  /// Ways to put events into a source: objects, messages, records.
  package func openings(ofSource id: String) -> [Opening] {
    func openings(_ policies: [ResourcePolicy], _ action: String) -> [Opening] {
      policies.flatMap { $0.document.openings(for: action) }
    }
    switch resource(id) {
    case let bucket as Bucket:
      return bucket.publicWriteOpenings
        + openings(bucket.policies, "s3:PutObject").filter {
          !bucket.blocksPublicPolicies || $0.audience != .anyone
        }
    case let queue as Queue: return openings(queue.policies, "sqs:SendMessage")
    case let topic as Topic: return openings(topic.policies, "sns:Publish")
    case let bus as EventBus: return openings(bus.policies, "events:PutEvents")
    case let stream as DataStream: return openings(stream.policies, "kinesis:PutRecord")
    case let table as Table: return openings(table.policies, "dynamodb:PutItem")
    default: return []
    }
  }
}

extension Opening {
  var reach: ApplicationGraph.Reach {
    let step = TraceStep(at: location, note: note)
    switch audience {
    case .anyone:
      return .init(exposure: .internet, who: "Anyone on the internet", steps: [step])
    case .otherAccount(let text):
      return .init(exposure: .otherAccount, who: "The account or organisation \(text.pattern)", steps: [step])
    case .federated:
      return .init(exposure: .authenticated, who: "Federated users", steps: [step])
    case .service(_, restriction: nil):
      // A service that acts for any customer carries other accounts' events, but only through its own features.
      return .init(exposure: .account, who: "Services of the account", steps: [])
    case .service, .ownAccount, .restricted(.ownAccount), .restricted(.services), .restricted(.token):
      return .account
    case .restricted(.network):
      return .init(exposure: .account, who: "Callers inside the network", steps: [step])
    case .restricted(.others):
      return .init(exposure: .otherAccount, who: "Named other accounts", steps: [step])
    }
  }

  private var note: String {
    switch audience {
    case .anyone: "the policy lets anyone in"
    case .otherAccount(let text): "the policy lets \(text.pattern) in"
    default: "the policy opens this way in"
    }
  }
}
