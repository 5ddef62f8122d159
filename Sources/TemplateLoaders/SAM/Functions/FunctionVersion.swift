internal import Documents
internal import FindingModel

extension Assembly {
  /// Emits version and alias if the function publishes one; returns the alias's logical id.
  mutating func alias(of resource: SAMResource, code: Entry?, properties: [Entry]) -> String? {
    guard let wish = resource["AutoPublishAlias"] else { return nil }
    guard let name = resolved(wish).text, !name.isEmpty else {
      problem(
        at: wish.location, "The alias of '\(resource.id)' has a name that is not known here.", isError: false)
      return nil
    }
    let make = Implied(at: wish.location)
    let versionID = "\(resource.id)Version\(versionDigest(of: resource, code: code, properties: properties))"
    let aliasID = "\(resource.id)Alias\(Self.logicalName(ofAlias: name))"
    emitVersion(versionID, of: resource, make)
    let alias = make.map([
      "Name": .string(name, at: wish.location, isImplied: false), "FunctionName": make.ref(resource.id),
      "FunctionVersion": make.attribute("Version", of: versionID),
      "ProvisionedConcurrencyConfig": resource["ProvisionedConcurrencyConfig"],
    ])
    imply(
      aliasID, "AWS::Lambda::Alias", alias, inheriting: resource.inheritedAttributes, at: wish.location)
    references["\(resource.id).Version"] = versionID
    references["\(resource.id).Alias"] = aliasID
    return aliasID
  }

  /// An alias's name may hold two signs that a logical id may not.
  private static func logicalName(ofAlias name: String) -> String {
    LogicalID.alphanumeric(name.replacing("-", with: "D").replacing("_", with: "U"))
  }

  private mutating func emitVersion(_ id: String, of resource: SAMResource, _ make: Implied) {
    let properties = make.map([
      "FunctionName": make.ref(resource.id), "Description": resource["VersionDescription"],
      "FunctionScalingConfig": resource["FunctionScalingConfig"],
    ])
    let standard = resource["CapacityProviderConfig"] == nil ? "Retain" : "Delete"
    let policy =
      resource["VersionDeletionPolicy"] ?? resource.node.present("DeletionPolicy") ?? make.text(standard)
    var attributes = resource.inheritedAttributes.filter { $0.key != "DeletionPolicy" }
    attributes.append(Entry("DeletionPolicy", at: policy.location, policy))
    imply(id, "AWS::Lambda::Version", properties, inheriting: attributes, at: make.place)
  }

  private func versionDigest(of resource: SAMResource, code: Entry?, properties: [Entry]) -> String {
    if let hash = resource["AutoPublishCodeSha256"].map(resolved)?.text {
      return String(LogicalID.alphanumeric(hash).prefix(10))
    }
    var parts = code.map { NodeJSON.write($0.value) } ?? ""
    if resource["AutoPublishAliasAllProperties"]?.boolean == true {
      parts += NodeJSON.write(Node(.mapping(properties), at: resource.location))
    }
    return LogicalID.digest(of: parts)
  }

  /// A parameter's value where a node is a reference to one that has a value.
  func resolved(_ node: Node) -> Node {
    guard let name = node.reference, let value = parameters[name] else { return node }
    return value
  }
}
