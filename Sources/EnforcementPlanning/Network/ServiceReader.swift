internal import CodeAnalysis
internal import EnforcementPolicy
internal import FindingModel
internal import TaintEngine

/// Finds which services of AWS a function's code calls.
enum ServiceReader {
  struct Found {
    /// Sorted.
    var services: [Annotated<String>] = []
    /// Services whose hosts are not known here.
    var unknown: [String] = []
  }

  static func services(of code: FunctionCode) -> Found {
    var places: [String: String] = [:]
    for call in code.cloudCalls where places[call.service] == nil {
      places[call.service] = "\(call.operation), \(call.location.place)"
    }
    for need in code.openNeeds {
      for action in need.actions {
        let service = String(action.split(separator: ":").first ?? "")
        // A key is used by the service that holds the data, not by the function itself.
        if service != "kms", places[service] == nil { places[service] = need.user }
      }
    }
    for (service, place) in clients(code) where places[service] == nil { places[service] = place }
    var found = Found()
    for (service, note) in places.sorted(by: { $0.key < $1.key }) {
      if CloudEndpoints.isKnown(service) {
        found.services.append(Annotated(service, note: note))
      } else if service != "*" {
        found.unknown.append(service)
      }
    }
    return found
  }

  /// Clients that are made, whether or not their calls are understood.
  private static func clients(_ code: FunctionCode) -> [(String, String)] {
    code.analysis.calls.compactMap { call in
      guard
        ["boto3.client", "boto3.resource", "boto3.Session().client", "boto3.session.Session().client"]
          .contains(call.callee),
        let name = call.argument(0, "service_name")?.texts.first?.literal
      else { return nil }
      return (name, call.location.place)
    }
  }
}
