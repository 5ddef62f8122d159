internal import PackageModel

/// Digests as both formats know them.
enum Digest {
  /// Names in CycloneDX and SPDX, and hexadecimal digits.
  private static let algorithms: [String: (cycloneDX: String, spdx: String, digits: Int)] = [
    "md5": ("MD5", "MD5", 32), "sha1": ("SHA-1", "SHA1", 40), "sha256": ("SHA-256", "SHA256", 64),
    "sha384": ("SHA-384", "SHA384", 96), "sha512": ("SHA-512", "SHA512", 128),
  ]

  /// Digests of the package as such.
  ///
  /// A list that gives several of one kind gives those of several files, such as wheels, and which of them is
  /// installed nobody knows; those are left out, as is what is no digest of bytes, such as Go's `h1`.
  static func unambiguous(_ hashes: [IntegrityHash]) -> [(cycloneDX: String, spdx: String, value: String)] {
    Dictionary(grouping: Set(hashes), by: \.algorithm).sorted { $0.key < $1.key }.compactMap { name, values in
      guard values.count == 1, let value = values.first?.hexadecimal, let algorithm = algorithms[name],
        value.utf8.count == algorithm.digits, value.allSatisfy(\.isHexDigit)
      else { return nil }
      return (algorithm.cycloneDX, algorithm.spdx, value)
    }
  }
}
