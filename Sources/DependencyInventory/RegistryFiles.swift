internal import PackageModel

/// The files of one registry's tools.
protocol RegistryFiles: SendableMetatype {
  /// What ``read(_:into:)`` understands.
  static var formats: Set<PackageListFormat> { get }

  /// - Parameters:
  ///   - name: The last part of the path.
  static func format(ofFile name: Substring, in path: String) -> PackageListFormat?

  /// Fills a list whose format is one of ``formats``; total, problems go into the list.
  static func read(_ source: ListSource, into list: inout PackageList)
}

/// A file to read, with what lies around it.
struct ListSource {
  let bytes: [UInt8]
  let path: String
  let files: any PackageFiles
}
