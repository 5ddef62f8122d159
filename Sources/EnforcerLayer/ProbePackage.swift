/// The function that reports what the platform allows, as a user deploys it.
package enum ProbePackage {
  package static let files: [(name: String, bytes: [UInt8])] = [
    ("README.md", PackageResources.README_md), ("probe.py", PackageResources.probe_py),
    ("template.yaml", PackageResources.template_yaml),
  ]

  /// For those who upload it by hand: `probe.handler` is the handler.
  ///
  /// - Throws: ``LayerError``.
  package static func archive() throws(LayerError) -> [UInt8] {
    try ArchiveWriter.archive(
      of: files.map { ArchiveWriter.Entry(path: $0.name, bytes: $0.bytes, isExecutable: false) })
  }
}
