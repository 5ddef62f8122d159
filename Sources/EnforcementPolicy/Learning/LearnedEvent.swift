internal import Documents

/// What a policy can be made of in one event of the enforcer.
package struct LearnedEvent: Hashable, Sendable {
  package enum Decision: String, Hashable, Sendable {
    case observed
    case alerted
    case blocked
  }

  package let control: Control
  package let reason: String
  package let decision: Decision
  package let function: String
  /// Whether the path is that of a program to be run.
  package let isExecution: Bool
  /// Of the program that was to run, else of the file that was opened or loaded.
  package let path: String?
  package let digest: FileDigest?
  package let host: String?
  package let address: String?
  package let port: UInt16?
  /// A variable's name.
  package let detail: String?

  private static let limits = DocumentLimits(bytes: EventScanner.eventBytes, depth: 16, nodes: 500)

  /// - Returns: `nil` for anything but an event about a control.
  init?(json bytes: [UInt8]) {
    // What is no JSON is no event: a line that was cut off, or another program's.
    guard let document = try? JSONReader.parse(bytes, path: "event", limits: Self.limits),
      let own = document[path: "unmapped", "parapet"],
      let control = own["control"]?.text.flatMap({ Control(key: $0) }),
      let decision = own["decision"]?.text.flatMap({ Decision(rawValue: $0) })
    else { return nil }
    self.control = control
    self.decision = decision
    reason = own["reason"]?.text ?? ""
    detail = own["detail"]?.text
    function = document["resources"]?.elements.first?["name"]?.text ?? ""
    let evidence = document["evidences"]?.elements.first
    let program = evidence?[path: "process", "file"]
    isExecution = program != nil
    let file = program ?? evidence?["file"]
    path = file?["path"]?.text
    digest = file?["hashes"]?.elements.first { $0["algorithm_id"]?.integer == 3 }?["value"]?.text.flatMap {
      FileDigest($0)
    }
    let endpoint = evidence?["dst_endpoint"]
    host = endpoint?["hostname"]?.text?.lowercased()
    address = endpoint?["ip"]?.text
    let number = endpoint?["port"]?.integer ?? 0
    port = (1...65_535).contains(number) ? UInt16(number) : nil
  }
}
