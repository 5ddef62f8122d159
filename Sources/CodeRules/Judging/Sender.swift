internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import PolicyEngine
internal import RuleModel
internal import TaintEngine

/// Who can choose a value that a function gets, as far as the template tells.
struct Sender {
  let exposure: Exposure?
  let who: String?
  /// How far he controls the value.
  let trust: Trust
  /// Whether it is concluded from signs that the caller gets in at all.
  let isAssumed: Bool
  /// Ids of the resources through which the event comes; empty for a request.
  private let sources: [String]
  /// Whether the value is of the event; otherwise it is what a store gave.
  private let isEvent: Bool

  init(of origin: Origin, in function: Function, context: RuleContext) {
    // Only of what was read from a store itself, not of what a notification brought, is the whole content in question.
    if case .event = origin.kind { isEvent = true } else { isEvent = false }
    // Who signs an address for an upload chooses the name and all else that the event tells; the content is the
    // caller's.
    let graph = isEvent ? context.graph.withoutSignedWrites : context.graph
    // Whoever caused the notification that names an object wrote what is in it.
    let origin = context.originOfObject(origin, in: function) ?? origin
    trust = origin.trust
    // Nobody is known to run a function that a template gives no trigger; of a program nothing is known.
    let unreached: Exposure? = context.application.dialect.isTemplate ? .nobody : nil
    switch origin.kind {
    case .event:
      let triggers = function.triggers.filter { trigger in
        trigger.schemaTitle(in: graph) == origin.event
      }
      let paths = (triggers.isEmpty ? function.triggers : triggers).map {
        (graph.exposurePath(of: $0, in: function), $0)
      }
      let widest = paths.max { $0.0.exposure < $1.0.exposure }
      exposure = function.triggers.isEmpty ? unreached : widest?.0.exposure
      who = widest.map { $0.0.who }
      isAssumed = widest?.0.isAssumed ?? false
      // A function without triggers has no other way in than the calls of others.
      sources =
        function.triggers.isEmpty
        ? [function.id] : triggers.flatMap { $0.source.value?.references.map(\.id) ?? [] }
    case .request:
      let path = graph.exposurePaths(of: function).first
      exposure = path?.exposure ?? unreached
      who = path?.who
      isAssumed = path?.isAssumed ?? false
      sources = []
    default:
      let found =
        context.code[function]?.cloudCalls.filter { $0.location == origin.location }.flatMap {
          $0.target?.resources ?? []
        } ?? []
      // Of a store that strangers write into it is known who; of others only that it is the application's.
      let writers = found.compactMap(graph.outsideWriters).max { $0.exposure < $1.exposure }
      exposure = writers?.exposure
      who = writers?.who
      isAssumed = writers?.isAssumed ?? false
      sources = found
    }
  }

  /// Whether the value comes through a private resource of the application whose writers are all known:
  /// functions of the application, none of which writes what a stranger sent.
  ///
  /// A resource that no code of the application writes is fed from outside; that is its purpose.
  func isWrittenByApplicationOnly(in context: RuleContext) -> Bool {
    guard !sources.isEmpty, (exposure ?? .account) <= .account else { return false }
    let graph = isEvent ? context.graph.withoutSignedWrites : context.graph
    return sources.allSatisfy { source in
      let hasOpening = context.graph.openings(ofSource: source).contains { opening in
        switch opening.audience {
        case .anyone, .otherAccount, .federated: true
        default: false
        }
      }
      return !hasOpening && !graph.hasSignedWrites(source)
        && context.knowsWriters(of: source, asEvent: isEvent)
    }
  }
}

extension RuleContext {
  /// The field of a bucket's notification by which the object was chosen that a value was read from.
  fileprivate func originOfObject(_ origin: Origin, in function: Function) -> Origin? {
    guard case .stored = origin.kind, let code = code[function] else { return nil }
    let reads = code.cloudCalls.filter {
      $0.location == origin.location && $0.target?.direction == .read && $0.target?.medium == .bucket
    }
    return reads.lazy.compactMap { code.analysis.calls[safe: $0.call] }.flatMap { call in
      (call.values(of: "Key") + call.arguments.map(\.value) + (call.receiver?.construction ?? []))
        .flatMap(\.origins)
    }.first { $0.isObjectKey }
  }

  /// Whether code of the application writes a resource, allowed or not, and every such call tells what it writes.
  ///
  /// - Parameter asEvent: Whether the event of the write is meant, which of an object is its key.
  fileprivate func knowsWriters(of resource: String, asEvent: Bool) -> Bool {
    let writers = code.functions.values.lazy.flatMap(\.cloudCalls).compactMap(\.target).filter {
      ($0.direction == .write || $0.direction == .invoke) && $0.resources.contains(resource)
    }
    var isWritten = false
    for writer in writers {
      guard asEvent && writer.medium == .bucket ? writer.hasKey : writer.hasContent else { return false }
      isWritten = true
    }
    return isWritten
  }
}

extension Origin {
  /// The key of an object in a notification of its bucket, also one that comes through a bus or a queue.
  fileprivate var isObjectKey: Bool {
    guard case .event(let path) = kind else { return false }
    let names = path.components.filter { $0 != "[]" }
    return names.suffix(2) == ["object", "key"]
  }
}
