package import FindingModel

/// An executable or library in machine code, inside the bundle.
package struct NativeBinary: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case executable
    case library
  }

  package let path: String
  package let kind: Kind
  /// `x86_64`, `aarch64`, as ELF names the machine.
  package let architecture: String
  /// What program it is and which version, where its bytes say it: `catdoc`, `0.94.2`.
  package let product: String?
  package let version: String?
  package let isStatic: Bool
  /// Of the whole file, in hexadecimal.
  package let sha256: String
  /// In bytes.
  package let size: Int

  package init(
    path: String, kind: Kind, architecture: String, product: String?, version: String?, isStatic: Bool,
    sha256: String, size: Int
  ) {
    self.path = path
    self.kind = kind
    self.architecture = architecture
    self.product = product
    self.version = version
    self.isStatic = isStatic
    self.sha256 = sha256
    self.size = size
  }

  package var location: SourceLocation { .start(of: path) }
}
