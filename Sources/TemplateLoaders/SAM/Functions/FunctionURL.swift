internal import Documents
internal import FindingModel

extension Assembly {
  /// AWS::Lambda::Url, and for a public one the permissions that let everybody call it.
  mutating func functionURL(of resource: SAMResource, target: InvocationTarget) {
    guard let config = resource["FunctionUrlConfig"] else { return }
    guard config.isPlainMapping, let authorization = config.present("AuthType") else {
      problem(at: config.location, "The FunctionUrlConfig of '\(resource.id)' has no AuthType.")
      return
    }
    for entry in config.entries where !["AuthType", "Cors", "InvokeMode"].contains(entry.key) {
      problem(at: entry.keyLocation, "A FunctionUrlConfig has no property '\(entry.key)'.")
    }
    let make = Implied(at: config.location)
    let properties = make.map([
      "TargetFunctionArn": target.name(make), "AuthType": authorization, "Cors": config.present("Cors"),
      "InvokeMode": config.present("InvokeMode"),
    ])
    imply(
      resource.id + "Url", "AWS::Lambda::Url", properties, inheriting: resource.inheritedAttributes,
      at: config.location)
    // SAM does not look up what a reference stands for here; the URL then lacks its permissions.
    guard authorization.text == "NONE" else { return }
    publicAccess(of: resource, target: target, Implied(at: authorization.location))
  }

  private mutating func publicAccess(of resource: SAMResource, target: InvocationTarget, _ make: Implied) {
    let overURL = make.map([
      "Action": make.text("lambda:InvokeFunctionUrl"), "FunctionName": target.name(make),
      "Principal": make.text("*"), "FunctionUrlAuthType": make.text("NONE"),
    ])
    imply(
      resource.id + "UrlPublicPermissions", "AWS::Lambda::Permission", overURL,
      inheriting: resource.inheritedAttributes, at: make.place)
    let invoke = make.map([
      "Action": make.text("lambda:InvokeFunction"), "FunctionName": target.name(make),
      "Principal": make.text("*"), "InvokedViaFunctionUrl": make.flag(true),
    ])
    imply(
      resource.id + "URLInvokeAllowPublicAccess", "AWS::Lambda::Permission", invoke,
      inheriting: resource.inheritedAttributes, at: make.place)
  }
}
