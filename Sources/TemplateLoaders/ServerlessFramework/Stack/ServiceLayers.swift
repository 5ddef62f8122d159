internal import Documents
internal import FindingModel

extension ServiceCompiler {
  /// `layers` of the service: each is a version of a layer, shared with the accounts it names.
  mutating func addLayers(_ layers: Node, package: Node?) {
    for entry in (layers.isSequence ? layers.elements : [layers]).flatMap(\.entries) {
      guard entry.value.isOwnMapping else {
        problems.add(at: entry.keyLocation, "the layer '\(entry.key)' is not a map; it is not read")
        continue
      }
      addLayer(entry, package: package)
    }
  }

  private mutating func addLayer(_ entry: Entry, package: Node?) {
    let layer = entry.value
    let name = LogicalNames.normalized(entry.key)
    let id = name + "LambdaLayer"
    let content =
      layer.property("path") ?? layer.property(path: "package", "artifact") ?? package?.property("artifact")
    stack.put(
      StackResource(
        type: "AWS::Lambda::LayerVersion",
        properties: [
          "Content": content.map(Draft.written) ?? ".",
          "LayerName": layer.property("name").map(Draft.written) ?? .text(entry.key),
          "Description": .optional(layer["description"]),
          "LicenseInfo": .optional(layer["licenseInfo"]),
          "CompatibleRuntimes": .optional(layer["compatibleRuntimes"]),
          "CompatibleArchitectures": .optional(layer["compatibleArchitectures"]),
        ], place: layer.location, isImplied: false), as: id)
    for account in layer["allowedAccounts"]?.elements ?? [] {
      let suffix = account.text?.replacing("*", with: "Wild") ?? ""
      stack.putUnique(
        StackResource(
          type: "AWS::Lambda::LayerVersionPermission",
          properties: [
            "Action": "lambda:GetLayerVersion", "LayerVersionArn": .ref(id), "Principal": .written(account),
          ], place: account.location), as: name + suffix + "LambdaLayerPermission")
    }
  }
}
