internal import CCrypto

/// libcrypto, loaded by the first digest that is worth it.
///
/// `@unchecked`: the pointers are set before anyone sees them, and the functions may be called from any thread as
/// long as each context stays in one.
struct CryptoLibrary: @unchecked Sendable {
  let functions: ccrypto_functions

  /// `nil` where it is not installed.
  static let loaded = CryptoLibrary(names: ["libcrypto.so.3", "libcrypto.so.1.1"])

  /// - Parameter names: As the loader of the system looks them up; the first that is there is taken.
  init?(names: [String]) {
    var functions = ccrypto_functions()
    guard names.contains(where: { ccrypto_load(&functions, $0) == 1 }) else { return nil }
    self.functions = functions
  }

  /// - Returns: `nil` if the library fails.
  func sha256(_ bytes: [UInt8]) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let worked = functions.EVP_Digest(bytes, bytes.count, &digest, &length, functions.EVP_sha256(), nil)
    return worked == 1 ? digest : nil
  }
}
