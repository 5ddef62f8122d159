internal import ApplicationModel
internal import FindingModel

/// Functions that the code of other functions invokes for sure: whoever makes the caller run makes them run.
struct CodeInvocations {
  /// The widest way to each function by a call, from each of its callers.
  private var pathsByFunction: [String: [ExposurePath]] = [:]

  init() {}

  /// Follows calls from the most exposed functions on, so that each call is looked at once.
  init(_ flows: [DataFlowEdge], in graph: ApplicationGraph) {
    let calls = flows.filter { $0.resource == nil && $0.condition == nil && $0.writer != $0.reader }
    guard !calls.isEmpty else { return }
    let byCaller = Dictionary(grouping: calls, by: \.writer)
    var widest: [String: ExposurePath] = [:]
    for function in graph.application.functions {
      widest[function.id] = graph.triggerPaths(of: function).max { $0.exposure < $1.exposure }
    }
    for exposure in Exposure.allCases.reversed() {
      var waiting = graph.application.functions.map(\.id).filter { widest[$0]?.exposure == exposure }
      var position = 0
      while position < waiting.count {
        let id = waiting[position]
        position += 1
        guard let caller = graph.function(id), let path = widest[id] else { continue }
        var called: Set<String> = []
        for call in byCaller[id] ?? [] where called.insert(call.reader).inserted {
          let next = Self.path(through: caller, path, call)
          pathsByFunction[call.reader, default: []].append(next)
          // Wider ones were followed before.
          if (widest[call.reader]?.exposure ?? .nobody) < exposure {
            widest[call.reader] = next
            waiting.append(call.reader)
          }
        }
      }
    }
  }

  func paths(to function: String) -> [ExposurePath] { pathsByFunction[function] ?? [] }

  private static func path(
    through caller: Function, _ path: ExposurePath, _ call: DataFlowEdge
  ) -> ExposurePath {
    ExposurePath(
      exposure: path.exposure, who: path.who, summary: "\(path.who), by way of '\(caller.name)'",
      steps: path.steps + [TraceStep(at: call.location, note: "'\(caller.name)' invokes the function")],
      isAssumed: path.isAssumed)
  }
}
