package import ApplicationModel
package import PolicyEngine

extension Bucket {
  /// Whether public policies have no effect.
  ///
  /// A bucket without the block has it since April 2023.
  package var blocksPublicPolicies: Bool {
    guard let block = publicAccessBlock else { return true }
    return block.restrictsPublicBuckets.value == true || block.blocksPublicPolicy.value == true
  }

  /// Whether public access lists have no effect.
  package var blocksPublicACLs: Bool {
    guard let block = publicAccessBlock else { return true }
    return block.ignoresPublicACLs.value == true || block.blocksPublicACLs.value == true
  }

  /// The way in that a canned list such as `PublicReadWrite` opens for writing.
  var publicWriteOpenings: [Opening] {
    publicListOpening("s3:PutObject", by: ["PublicReadWrite", "public-read-write"])
  }

  /// The way in that a canned list such as `PublicRead` opens for reading.
  var publicReadOpenings: [Opening] {
    publicListOpening(
      "s3:GetObject", by: ["PublicRead", "public-read", "PublicReadWrite", "public-read-write"])
  }

  private func publicListOpening(_ action: String, by lists: Set<String>) -> [Opening] {
    guard !blocksPublicACLs, case .known(let list, let location) = accessControl, lists.contains(list)
    else { return [] }
    let statement = Statement(
      effect: .known(.allow, at: location), actions: .only([Located(Text(action), at: location)]),
      resources: .only([Located("*", at: location)]),
      principals: .only([Principal(kind: .anyone, value: "*", location: location)]), location: location,
      isImplied: true)
    return [Opening(statement: statement, audience: .anyone, location: location)]
  }
}

extension Permission {
  /// The permission as a way in; `nil` if its principal is unknown.
  package var opening: Opening? {
    guard let principal = principal.value else { return nil }
    var conditions: [PolicyCondition] = []
    func condition(_ operation: String, _ key: String, _ value: Value<Text>) {
      guard let text = value.value else { return }
      conditions.append(
        PolicyCondition(operation: operation, key: key, values: [text], location: value.location ?? location))
    }
    condition("ArnLike", "AWS:SourceArn", sourceARN)
    condition("StringEquals", "AWS:SourceAccount", sourceAccount)
    condition("StringEquals", "aws:PrincipalOrgID", principalOrganization)
    condition("StringEquals", "lambda:EventSourceToken", eventSourceToken)
    let kind: Principal.Kind =
      principal.literal == "*" ? .anyone : principal.contains(".amazonaws.com") ? .service : .aws
    let place = self.principal.location ?? location
    let statement = Statement(
      effect: .known(.allow, at: location), actions: .only([Located("lambda:InvokeFunction", at: location)]),
      resources: .absent, principals: .only([Principal(kind: kind, value: principal, location: place)]),
      conditions: conditions, location: location, isImplied: isImplied)
    guard let audience = statement.audiences.first?.audience else { return nil }
    return Opening(statement: statement, audience: audience, location: place)
  }
}
