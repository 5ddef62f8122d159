internal import SourceModel

/// Node's event emitters: what is emitted reaches who listens.
extension Interpreter {
  private static let registering: Set<String> = [
    "on", "once", "addListener", "prependListener", "prependOnceListener",
  ]

  /// Listeners told apart; an emitter is shared by many.
  private static let listenerLimit = 64

  func emitterMethod(_ path: String, _ call: LibraryCall) -> Value? {
    guard path.holds("EventEmitter().") || path.hasPrefix("events()."), let receiver = call.receiver else {
      return nil
    }
    let name = ModelIndex.last(path)
    let event = call.arguments.value(0)?.literal ?? "*"
    if Self.registering.contains(name), let function = call.arguments.value(1), isProgramFunction(function) {
      for object in receiver.objects {
        store(function, in: object, key("listener of " + event), isWeak: true)
      }
      return receiver
    }
    guard name == "emit" else { return nil }
    let values = Array(call.arguments.positional.dropFirst())
    for object in receiver.objects {
      guard let listeners = heap.read(object, key("listener of " + event)) else { continue }
      for listener in listeners.objects.prefix(Self.listenerLimit) {
        _ = followed(.object(listener), values, at: call.spot)
      }
    }
    return .boolean
  }
}
