internal import ApplicationGraph
internal import ApplicationModel
internal import TaintEngine

/// A way from a store or channel to a function: the last trigger's kind and all filters on the way.
struct Delivery {
  let kind: TriggerKind
  let filters: [EventFilter]
}

/// Which functions an event of a resource starts, directly or through what it feeds.
struct Deliveries {
  let graph: ApplicationGraph

  func deliveries(of resource: String, medium: CallTarget.Medium) -> [(Function, Delivery)] {
    if medium == .function {
      return graph.function(resource).map { [($0, Delivery(kind: .permission, filters: []))] } ?? []
    }
    if medium == .stateMachine {
      return graph.functions(triggeredBy: resource).map { ($0, Delivery(kind: .stateMachine, filters: [])) }
    }
    var found = direct(from: resource, filters: [])
    // Buckets and topics may go through queues and topics; buses through queues.
    for (next, filter) in relays(of: resource) {
      found += direct(from: next, filters: [filter])
      for (last, second) in relays(of: next) { found += direct(from: last, filters: [filter, second]) }
    }
    return found
  }

  private func direct(from resource: String, filters: [EventFilter]) -> [(Function, Delivery)] {
    graph.functions(triggeredBy: resource).flatMap { function in
      function.triggers.filter { trigger in
        trigger.isEnabled.value != false
          && (trigger.source.value?.references.contains { $0.id == resource } ?? false
            || trigger.connection == resource)
      }.map { (function, Delivery(kind: $0.kind, filters: filters + [$0.filter])) }
    }
  }

  private func relays(of resource: String) -> [(String, EventFilter)] {
    let application = graph.application
    var relays: [(String, EventFilter)] = []
    for bucket in application.buckets where bucket.id == resource {
      for notification in bucket.notifications where notification.kind != .function {
        if let id = notification.target.value?.references.first?.id {
          relays.append((id, notification.filter))
        }
      }
    }
    for subscription in application.subscriptions
    where subscription.topic.value?.references.first?.id == resource {
      if let id = subscription.endpoint.value?.references.first?.id, graph.function(id) == nil {
        relays.append((id, subscription.filter))
      }
    }
    for rule in application.rules where rule.bus.value?.references.first?.id == resource {
      for target in rule.targets {
        if let id = target.target.value?.references.first?.id, graph.function(id) == nil {
          relays.append((id, rule.pattern.value.map { .patterns([$0]) } ?? .none))
        }
      }
    }
    return relays
  }
}
