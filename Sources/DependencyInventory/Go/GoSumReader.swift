internal import Digests
internal import PackageModel

/// `go.sum`: digests of the modules that were ever looked at.
///
/// Source: "Authenticating modules" of the Go Modules Reference.
enum GoSum {
  /// The digest of a module's files; those of `go.mod` files alone are passed over.
  static func modules(_ bytes: [UInt8], path: String) -> [(
    line: PlacedLines.Line, module: String, version: String, sum: String
  )] {
    PlacedLines(bytes, path: path).lazy.prefix(InventoryLimits.packages).compactMap { line in
      let fields = line.text.split(separator: " ")
      guard fields.count == 3, !fields[1].hasSuffix("/go.mod") else { return nil }
      return (line, String(fields[0]), String(fields[1]), String(fields[2]))
    }
  }

  /// `h1:` and the base64 of a SHA-256 over the digests of all files.
  static func hash(_ text: some StringProtocol) -> IntegrityHash? {
    guard text.hasPrefix("h1:"), let bytes = Integrity.base64(text.dropFirst(3)), bytes.count == 32 else {
      return nil
    }
    return Integrity.checked("h1", bytes.hexadecimal)
  }
}

/// Reads which versions a module is built with where its `go.mod` does not list them all.
enum GoSumReader {
  static func read(_ source: ListSource, into list: inout PackageList) {
    // Since Go 1.17 the list beside it is whole, and this one holds versions that were only compared.
    if let bytes = source.files.bytes(of: GoModuleReader.path(beside: source.path)),
      GoModuleFile(bytes, path: "go.mod").listsEverything
    {
      return
    }
    // Versions are sorted, and Go takes the highest that anybody asks for.
    var indexes: [String: Int] = [:]
    for item in GoSum.modules(source.bytes, path: source.path) {
      var entry = PackageEntry(
        PackageIdentity(.go, item.module), name: item.module, version: item.version, at: item.line.location)
      entry.integrity = GoSum.hash(item.sum).map { [$0] } ?? []
      if let index = indexes[item.module] {
        list.packages[index] = entry
      } else {
        guard let index = list.add(entry) else { return }
        indexes[item.module] = index
      }
    }
  }
}
