internal import Synchronization

/// What several rules derive from a context; the first that asks pays for it.
package protocol ContextFact: Sendable {
  init(_ context: RuleContext)
}

/// The facts that were derived from one context.
final class ContextFacts: Sendable {
  private let known = Mutex<[ObjectIdentifier: any ContextFact]>([:])

  subscript<Fact: ContextFact>(type: Fact.Type) -> Fact? {
    get { known.withLock { $0[ObjectIdentifier(type)] } as? Fact }
    set { known.withLock { $0[ObjectIdentifier(type)] = newValue } }
  }
}

extension RuleContext {
  package func fact<Fact: ContextFact>(_ type: Fact.Type) -> Fact {
    if let fact = facts[type] { return fact }
    // Outside the lock: a fact may be derived from others.
    let fact = Fact(self)
    facts[type] = fact
    return fact
  }
}
