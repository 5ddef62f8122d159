extension PreparedRuntime {
  /// A runtime that the function brings: `bootstrap` of its code, or of a layer.
  static func custom(_ function: LabFunction, places: SandboxPlaces) throws(LabError) -> PreparedRuntime {
    let inCode = "\(function.code)/bootstrap"
    let inLayer = function.layers.contains {
      FileSystem.isFile("\($0)/bootstrap") || !FileSystem.isFolder($0)
    }
    guard FileSystem.isFile(inCode) || inLayer else {
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
