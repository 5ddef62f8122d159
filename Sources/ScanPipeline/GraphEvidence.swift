internal import ApplicationGraph
internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import TaintEngine

// What the code of functions adds to the graph: who hands on to whom, and whose code is flawed.
extension ApplicationCode {
  /// Writes that become the event of another function.
  var dataFlows: [DataFlowEdge] {
    links.filter { !$0.fields.isEmpty }.map { link in
      let through = link.resource.map { " to '\($0)'" } ?? ""
      return DataFlowEdge(
        writer: link.writer, reader: link.reader, resource: link.resource,
        field: link.fields.first?.description ?? "its event", location: link.location,
        note: "'\(link.writer)' writes\(through)",
        condition: link.isCertain ? nil : "the role of '\(link.writer)' allows it")
    }
  }

  /// Functions in which a field that others may choose decides what the code does, one for each.
  var compromises: [FunctionCompromise] {
    functions.keys.sorted().compactMap { id in
      guard let code = functions[id] else { return nil }
      let own = code.analysis.flows.filter { $0.origin.trust >= .conditional }
      let handed = code.linkedFlows.map(\.flow)
      let flows = (own + handed).filter { $0.certainty >= .likely && !$0.isAuthenticated }
      let taking = flows.compactMap { flow in flow.takeover.map { (flow, $0) } }
      return taking.min { $0.0.location < $1.0.location }.map { flow, how in
        FunctionCompromise(function: id, how: how, location: flow.location, field: flow.origin.field)
      }
    }
  }
}

extension CodeObservations {
  /// Objects that callers of one function upload and that start another.
  func uploads(in graph: ApplicationGraph) -> [DataFlowEdge] {
    signedWrites.flatMap { write in
      graph.functions(triggeredBy: write.bucket).filter { $0.id != write.function }.map { reader in
        DataFlowEdge(
          writer: write.function, reader: reader.id, resource: write.bucket, field: "the object's content",
          location: write.location,
          note: "'\(write.function)' signs addresses for uploads to '\(write.bucket)'")
      }
    }
  }
}

extension Flow {
  /// How it gives away control of the function; `nil` for a flaw that does less.
  fileprivate var takeover: String? {
    switch kind {
    case .osCommand: "a shell runs it in \(callee)"
    case .codeExecution: "it is run as code by \(callee)"
    case .deserialization: "\(callee) makes objects of it"
    case .template: "\(callee) takes it for a template"
    default: nil
    }
  }
}

extension Origin {
  /// `Records[*].s3.object.key`.
  fileprivate var field: String {
    switch kind {
    case .event(let path), .request(let path): "event field \(path)"
    case .stored(let what, _), .remote(let what), .modelOutput(let what), .secret(let what): what
    case .environmentVariable(let name): "environment variable \(name)"
    case .environment: "the environment"
    case .error: "an error"
    }
  }
}
