internal import Digests
internal import Documents
internal import FindingModel
package import PackageModel

/// Says what an executable or library in machine code is, from its bytes.
package enum NativeBinaryReader {
  /// - Parameter path: Where the file lies; its name only supports what the bytes say.
  /// - Returns: `nil` for what is neither program nor library: scripts, objects, memory dumps, anything else.
  package static func read(_ bytes: [UInt8], path: String) -> NativeBinary? {
    guard let file = ELFFile(bytes) else { return nil }
    return binary(file, path: path, go: GoBuildInformation(file))
  }

  static func binary(_ file: ELFFile, path: String, go: GoBuildInformation?) -> NativeBinary? {
    guard file.type == 2 || file.type == 3 else { return nil }
    let dynamic = file.dynamic
    // Some libraries can be started as well, to say their version; programs have no name to be linked by.
    let isProgram =
      file.type == 2 || dynamic.isProgram || file.hasInterpreter && dynamic.soname == nil
      || dynamic.soname == nil && dynamic.needed == 0 && go != nil
    let product =
      go.flatMap(Self.product) ?? ProductVersions.product(of: file, path: path, soname: dynamic.soname)
    return NativeBinary(
      path: path, kind: isProgram ? .executable : .library, architecture: file.architecture,
      product: product?.name, version: product?.version,
      isStatic: isProgram && !file.hasInterpreter && dynamic.needed == 0,
      sha256: SHA256.digest(of: file.bytes).hexadecimal,
      size: file.bytes.count)
  }

  private static func product(_ information: GoBuildInformation) -> (name: String, version: String?)? {
    information.main.map { ($0.path, $0.version.hasPrefix("v") ? $0.version : nil) }
  }
}
