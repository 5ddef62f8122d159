extension PreparedRuntime {
  /// A runtime that the function brings: `bootstrap` of its code, or of a layer.
  static func custom(
    _ function: LabFunction, places: SandboxPlaces, layers: String
  ) throws(LabError) -> PreparedRuntime {
    let inCode = "\(function.code)/bootstrap"
    guard FileSystem.isFile(inCode) || FileSystem.isFile("\(layers)/bootstrap") else {
      throw .handlerMissing("bootstrap", in: function.code)
    }
    // The platform looks at these places in this order.
    let program = FileSystem.isFile(inCode) ? "\(places.task)/bootstrap" : "\(places.layers)/bootstrap"
    var runtime = PreparedRuntime([program], description: "its own bootstrap")
    if FileSystem.isFile(inCode), !FileSystem.isExecutable(inCode) {
      runtime.notes.append("\(inCode) is not executable, so the platform could not run it: chmod 755 it")
    }
    return runtime
  }
}
