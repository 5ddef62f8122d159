package import ApplicationModel
internal import FindingModel

extension Function {
  /// The folder of its code within the scanned tree; `nil` for code that is no folder of it.
  var codeRoot: String? {
    guard case .local(let folder, let location) = code else { return nil }
    return FilePath.normalised(FilePath.join(FilePath.folder(of: location.path), folder))
  }

  /// The folders of its layers within the scanned tree.
  func layerRoots(in application: Application) -> [String] {
    layers.compactMap { layer in
      guard let id = layer.value.value?.references.first?.id,
        let layer = application.layers.first(where: { $0.id == id }),
        case .local(let path, let location) = layer.code
      else { return nil }
      return FilePath.normalised(FilePath.join(FilePath.folder(of: location.path), path))
    }
  }

  /// Folders and archives of the scanned tree that are packaged into it, those of layers too.
  package func packagedRoots(in application: Application) -> [String] {
    [codeRoot].compactMap(\.self) + layerRoots(in: application)
  }
}
