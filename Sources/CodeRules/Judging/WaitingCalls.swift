internal import TaintEngine

extension CallFact {
  /// Whether it is a request that waits without a limit, because nobody gave one and the library has none.
  var waitsForever: Bool {
    let verbs = ["get", "post", "put", "delete", "patch", "head", "request", "options"]
    if verbs.contains(where: { callee == "requests.\($0)" || callee == "requests.Session().\($0)" }) {
      return argument(named: "timeout") == nil && !arguments.contains { $0.name == nil && $0.position == nil }
    }
    if callee == "urllib.request.urlopen" { return argument(2, "timeout") == nil }
    if callee == "axios" || verbs.contains(where: { callee == "axios.\($0)" }) {
      return !arguments.contains { $0.value.fields["timeout"] != nil || $0.value.fields["signal"] != nil }
    }
    return false
  }
}
