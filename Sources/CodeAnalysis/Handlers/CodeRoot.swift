package import ApplicationModel
internal import FindingModel

extension Function {
  /// The folder or archive of its code within the scanned tree; `nil` for code that is none of it.
  package var codeRoot: String? { code.root }
}

extension Layer {
  /// The folder or archive of its content within the scanned tree; `nil` for content that is none of it.
  package var codeRoot: String? { code.root }
}

extension CodeSource {
  fileprivate var root: String? {
    guard case .local(let folder, let location) = self else { return nil }
    return FilePath.normalised(FilePath.join(FilePath.folder(of: location.path), folder))
  }
}

extension String {
  /// The path of a folder that stands for an archive: what lies in it has a path behind its name and `!`.
  var asFolder: String {
    [".zip", ".jar", ".war"].contains(where: lowercased().hasSuffix) ? self + "!" : self
  }
}

extension Function {
  /// The folders and archives of its layers within the scanned tree.
  func layerRoots(in application: Application) -> [String] {
    layers.compactMap { layer in
      guard let id = layer.value.value?.references.first?.id else { return nil }
      return application.layers.first { $0.id == id }?.codeRoot
    }
  }

  /// Folders and archives of the scanned tree that are packaged into it, those of layers too.
  package func packagedRoots(in application: Application) -> [String] {
    [codeRoot].compactMap(\.self) + layerRoots(in: application)
  }
}
