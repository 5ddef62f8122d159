package import ApplicationModel
internal import PolicyEngine

/// An application with its references followed: who triggers what, what runs as which role.
package struct ApplicationGraph: Sendable {
  package let application: Application
  private let resources: [String: any Resource]
  private let functionsByID: [String: Function]
  private let functionIDsByAlias: [String: String]
  private let rolesByID: [String: Role]
  private let functionIDsByRole: [String: [String]]
  private let functionIDsBySource: [String: [String]]
  private let feederIDs: [String: [String]]
  /// What the code of functions makes run; empty before any code was read.
  private(set) var invocations = CodeInvocations()
  let federatedCallers: FederatedCallers
  /// What the code shows; empty until it was read.
  var poolIdentityReaders: Set<String> = []
  var neededActions: [String: Set<String>] = [:]
  /// Who writes objects of a bucket with signed addresses, by the bucket's logical id.
  var signedReaches: [String: Reach] = [:]

  /// Cost is linear in the number of resources and references.
  package init(_ application: Application) {
    self.application = application
    var resources: [String: any Resource] = [:]
    for resource in application.resources { resources[resource.id] = resource }
    self.resources = resources
    functionsByID = Dictionary(application.functions.map { ($0.id, $0) }) { first, _ in first }
    rolesByID = Dictionary(application.roles.map { ($0.id, $0) }) { first, _ in first }
    let aliases = application.functions.flatMap { function in function.aliases.map { ($0.id, function.id) } }
    functionIDsByAlias = Dictionary(aliases) { first, _ in first }
    var byRole: [String: [String]] = [:]
    var bySource: [String: [String]] = [:]
    for function in application.functions {
      if let role = function.role.value?.reference?.id { byRole[role, default: []].append(function.id) }
      for trigger in function.triggers {
        for source in trigger.source.value?.references ?? [] {
          bySource[source.id, default: []].append(function.id)
        }
        if let connection = trigger.connection { bySource[connection, default: []].append(function.id) }
      }
    }
    functionIDsByRole = byRole
    functionIDsBySource = bySource
    feederIDs = Self.feeders(in: application)
    federatedCallers = FederatedCallers(application)
  }

  private static func feeders(in application: Application) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for subscription in application.subscriptions {
      guard let queue = subscription.endpoint.value?.references.first?.id,
        let topic = subscription.topic.value?.references.first?.id
      else { continue }
      result[queue, default: []].append(topic)
    }
    for rule in application.rules {
      guard let bus = rule.bus.value?.references.first?.id else { continue }
      let targets = rule.targets.compactMap { $0.target.value?.references.first?.id }
      for id in Set(targets + [rule.id]) { result[id, default: []].append(bus) }
    }
    return result
  }

  /// The graph with the functions that code invokes, as exposed as the functions that invoke them.
  package func adding(_ flows: [DataFlowEdge]) -> ApplicationGraph {
    var graph = self
    graph.invocations = CodeInvocations(flows, in: self)
    return graph
  }

  /// Topics that a queue is subscribed to, and the bus a rule listens on or takes a target's events from.
  func feeders(of id: String) -> [String] { feederIDs[id] ?? [] }

  package func resource(_ id: String) -> (any Resource)? { resources[id] }

  package func function(_ id: String) -> Function? { functionsByID[id] }

  /// The function that a text means: a reference to it, its alias or version, or an ARN or URI with one inside.
  package func function(meantBy text: Text) -> Function? {
    for reference in text.references {
      let id = functionIDsByAlias[reference.id] ?? reference.id
      if let function = functionsByID[id] { return function }
    }
    return nil
  }

  /// The role a function runs as, where it is part of the application.
  package func role(of function: Function) -> Role? {
    function.role.value?.reference.flatMap { rolesByID[$0.id] }
  }

  package func role(_ id: String) -> Role? { rolesByID[id] }

  package func functions(runningAs role: Role) -> [Function] {
    (functionIDsByRole[role.id] ?? []).compactMap { functionsByID[$0] }
  }

  /// Functions that a resource triggers, whether by a mapping, a notification, a rule or a route.
  package func functions(triggeredBy id: String) -> [Function] {
    var seen: Set<String> = []
    return (functionIDsBySource[id] ?? []).filter { seen.insert($0).inserted }.compactMap {
      functionsByID[$0]
    }
  }

  /// Functions that a flaw of a resource touches: itself, those that run as it, those it triggers.
  package func functions(affectedBy id: String) -> [Function] {
    if let function = functionsByID[id] { return [function] }
    if let role = rolesByID[id] { return functions(runningAs: role) }
    return functions(triggeredBy: id)
  }

  /// What a function may do, by the policies of the template its role holds.
  package func statements(of function: Function) -> [Statement] {
    role(of: function)?.statements ?? []
  }
}
