internal import ApplicationGraph
internal import ApplicationModel
internal import TaintEngine
struct CloudCallReader {
  let graph: ApplicationGraph; let function: Function; func calls(of a: Analysis) -> [CloudCall] { [] }
}
enum ManagedGrants { static func mayAllow(_ a: String, by: [Text]) -> Bool { false } }
