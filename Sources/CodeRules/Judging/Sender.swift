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
  /// Whether it is concluded from signs that the caller gets in at all.
  let isAssumed: Bool
  /// Ids of the resources through which the event comes; empty for a request.
  private let sources: [String]
  /// Whether the value is told by the event, not read from what the event is about.
  private let isOfEvent: Bool

  init(of origin: Origin, in function: Function, context: RuleContext) {
    // Who signs an address for an upload chooses the name and all else that the event tells; the content is the
    // caller's.
    isOfEvent = origin.isSentByCaller
    let graph = isOfEvent ? context.graph.withoutSignedWrites : context.graph
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
    let graph = isOfEvent ? context.graph.withoutSignedWrites : context.graph
    return sources.allSatisfy { source in
      let hasOpening = context.graph.openings(ofSource: source).contains { opening in
        switch opening.audience {
        case .anyone, .otherAccount, .federated: true
        default: false
        }
      }
      return !hasOpening && !graph.hasSignedWrites(source) && context.hasWriters(of: source)
    }
  }
}

extension RuleContext {
  /// Whether code of the application writes a resource, allowed or not.
  fileprivate func hasWriters(of resource: String) -> Bool {
    code.functions.values.contains { code in
      code.cloudCalls.contains { call in
        call.target.map {
          ($0.direction == .write || $0.direction == .invoke) && $0.resources.contains(resource)
        } ?? false
      }
    }
  }
}
