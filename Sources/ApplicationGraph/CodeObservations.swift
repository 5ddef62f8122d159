internal import ApplicationModel
package import FindingModel

/// What the code of functions tells about who reaches what.
package struct CodeObservations: Sendable {
  package var signedWrites: [SignedWrite] = []
  /// Logical ids of functions that read which identity of a Cognito identity pool calls them.
  package var poolIdentityReaders: Set<String> = []
  /// Actions that the code of a function needs, in lower case, by the function's logical id.
  package var neededActions: [String: Set<String>] = [:]

  package init() {}
}

/// A call that signs an address with which whoever gets it writes an object of a bucket.
///
/// Function and bucket are named by their logical ids.
package struct SignedWrite: Hashable, Sendable {
  package let function: String
  package let bucket: String
  package let location: SourceLocation

  package init(function: String, bucket: String, location: SourceLocation) {
    self.function = function
    self.bucket = bucket
    self.location = location
  }
}

extension ApplicationGraph {
  /// The same graph, with what the code of its functions shows.
  ///
  /// Cost is linear in the triggers of the functions that sign addresses.
  package func observing(_ observations: CodeObservations) -> ApplicationGraph {
    var graph = self
    graph.poolIdentityReaders = observations.poolIdentityReaders
    graph.neededActions = observations.neededActions
    var reaches: [String: Reach] = [:]
    for write in observations.signedWrites {
      guard let signer = function(write.function) else { continue }
      // Of the signer's own triggers only what the template says: signers behind signers lead in circles.
      let widest = signer.triggers.map { graph.reach(of: $0, visited: [signer.id, write.bucket]) }
        .max { $0.exposure < $1.exposure }
      guard let widest, widest.exposure > reaches[write.bucket]?.exposure ?? .account else { continue }
      let step = TraceStep(
        at: write.location,
        note: "'\(signer.name)' signs an address with which its callers write objects to the bucket")
      reaches[write.bucket] = Reach(
        exposure: widest.exposure, who: "\(widest.who) with an address that '\(signer.name)' signs",
        steps: widest.steps + [step], isAssumed: widest.isAssumed)
    }
    graph.signedReaches = reaches
    return graph
  }

  /// The same graph without what callers write with signed addresses: who signs chooses the object's name.
  package var withoutSignedWrites: ApplicationGraph {
    var graph = self
    graph.signedReaches = [:]
    return graph
  }

  /// Whether callers of a function write objects of a bucket with addresses that it signs for them.
  package func hasSignedWrites(_ bucket: String) -> Bool { signedReaches[bucket] != nil }
}
