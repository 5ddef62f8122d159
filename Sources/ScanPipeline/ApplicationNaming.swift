internal import FindingModel

/// What an application is called in documents that leave the scan, and in those that come back to it.
enum ApplicationNaming {
  /// A template's file name says nothing of the application: the folder it lies in does.
  ///
  /// - Parameters:
  ///   - path: Of the template or list.
  ///   - folder: The name of the folder that is scanned, for what lies in it directly.
  static func name(_ application: String, path: String, in folder: String?) -> String {
    guard application == FilePath.name(of: path) else { return application }
    return String(FilePath.name(of: FilePath.folder(of: path))).nonEmpty ?? folder ?? application
  }

  /// The name of the folder that is scanned, of several the first.
  static func folder(_ options: ScanOptions) -> String? {
    guard let path = options.paths.first, let real = FileAccess.realPath(path) else { return nil }
    return String(FilePath.name(of: real)).nonEmpty
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty || self == "." || self == ".." ? nil : self }
}
