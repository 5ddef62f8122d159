internal import ApplicationGraph
internal import ApplicationModel
internal import FindingModel

/// A function that gets what is put into a source, and the steps in between.
struct Downstream {
  let function: Function
  let steps: [TraceStep]
}

extension ApplicationGraph {
  /// Functions that a source's events reach, through topics, queues, rules and state machines, nearest first.
  func downstream(of id: String) -> [Downstream] {
    var found: [Downstream] = []
    var visited: Set<String> = [id]
    var next: [(id: String, steps: [TraceStep])] = [(id, [])]
    // Breadth first, each resource once: a cycle ends, and the shortest way is the one shown.
    while let (source, steps) = next.first {
      next.removeFirst()
      for function in functions(triggeredBy: source) where visited.insert(function.id).inserted {
        let trigger = function.triggers.first { $0.comes(from: source) }
        let step = TraceStep(
          at: trigger?.location ?? function.location,
          note: "\(trigger?.kind.title ?? "it") invokes '\(function.name)'")
        found.append(Downstream(function: function, steps: steps + [step]))
      }
      for (target, step) in relays(from: source) where visited.insert(target).inserted {
        next.append((target, steps + [step]))
      }
    }
    return found
  }

  /// Resources, other than functions, that a source passes its events to.
  private func relays(from id: String) -> [(id: String, step: TraceStep)] {
    var relays: [(String, TraceStep)] = []
    func add(_ target: Value<Text>, _ location: SourceLocation, _ what: String) {
      guard let target = target.value?.references.first?.id, function(target) == nil else { return }
      relays.append((target, TraceStep(at: location, note: "\(what) passes it on to '\(name(of: target))'")))
    }
    for item in application.subscriptions where item.topic.value?.references.first?.id == id {
      add(item.endpoint, item.location, "the subscription")
    }
    for bucket in application.buckets where bucket.id == id {
      for item in bucket.notifications { add(item.target, item.location, "the notification") }
    }
    for rule in application.rules where rule.listens(on: id, in: application) {
      relays.append((rule.id, TraceStep(at: rule.location, note: "the rule '\(rule.name)' matches it")))
    }
    for rule in application.rules where rule.id == id {
      for item in rule.targets { add(item.target, item.location, "the rule") }
    }
    return relays
  }

  private func name(of id: String) -> String { resource(id)?.name ?? id }
}

extension Trigger {
  fileprivate func comes(from id: String) -> Bool {
    connection == id || source.value?.references.contains { $0.id == id } ?? false
  }
}

extension EventRule {
  /// Whether it reads a bus of the application; a rule without a bus reads the default one.
  fileprivate func listens(on id: String, in application: Application) -> Bool {
    guard let bus = application.buses.first(where: { $0.id == id }), !pattern.isAbsent else { return false }
    guard let name = self.bus.value else { return self.bus.isAbsent && bus.name == "default" }
    if let reference = name.references.first { return reference.id == id }
    return name == bus.busName.value || (name.literal == "default" && bus.name == "default")
  }
}
