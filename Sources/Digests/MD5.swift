internal import CCrypto

/// The digest of RFC 1321, which protects from accidents and from nobody's intent.
package final class MD5 {
  private let functions: ccrypto_functions
  private let context: OpaquePointer

  /// - Returns: `nil` without libcrypto, and where a policy of the system forbids MD5.
  package convenience init?() {
    guard let library = CryptoLibrary.loaded else { return nil }
    self.init(library)
  }

  private init?(_ library: CryptoLibrary) {
    functions = library.functions
    guard let context = functions.EVP_MD_CTX_new() else { return nil }
    self.context = context
    guard functions.EVP_DigestInit_ex(context, functions.EVP_md5(), nil) == 1 else { return nil }
  }

  deinit { functions.EVP_MD_CTX_free(context) }

  package func update(_ bytes: UnsafeRawBufferPointer) {
    _ = functions.EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// 16 bytes over all that was given; may be called once.
  package func finish() -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    guard functions.EVP_DigestFinal_ex(context, &digest, &length) == 1, length == 16 else { return nil }
    return Array(digest.prefix(16))
  }
}
