package import ApplicationGraph
internal import ApplicationModel
internal import TaintEngine

extension ApplicationCode {
  /// What the code shows about who reaches what.
  package func observations(in graph: ApplicationGraph) -> CodeObservations {
    var observations = CodeObservations()
    var permissions = WritePermission.Cache(graph)
    var seen: Set<SignedWrite> = []
    for function in graph.application.functions {
      guard let code = self[function] else { continue }
      if code.readsPoolIdentity { observations.poolIdentityReaders.insert(function.id) }
      let needs = Set(code.cloudCalls.flatMap(\.needs).map { $0.action.lowercased() })
      if !needs.isEmpty { observations.neededActions[function.id] = needs }
      for call in code.cloudCalls {
        guard let target = call.target, target.direction == .write, target.medium == .bucket,
          code.analysis.calls[safe: call.call].flatMap(SDKCall.init)?.isPresigned == true
        else { continue }
        // The address is worth what the role that signs it may do.
        for bucket in target.resources
        where permissions.allows(call, on: bucket, by: function.id, in: graph) != nil {
          let write = SignedWrite(function: function.id, bucket: bucket, location: call.location)
          if seen.insert(write).inserted { observations.signedWrites.append(write) }
        }
      }
    }
    return observations
  }
}

extension FunctionCode {
  /// Whether it reads the identity that a caller has in a Cognito identity pool.
  fileprivate var readsPoolIdentity: Bool {
    analysis.fieldsRead.contains { path in
      path.components.contains { $0 == "cognitoIdentityId" || $0 == "cognitoIdentity" }
    }
  }
}
