internal import CCurl

/// libcurl, loaded when the first download starts and by nothing else.
///
/// `@unchecked`: the pointers are set once, before anyone sees them, and libcurl's functions may be called from any
/// thread as long as each handle stays in one.
final class CurlLibrary: @unchecked Sendable {
  var functions: ccurl_functions

  private init(_ functions: ccurl_functions) { self.functions = functions }

  private static let loaded: Result<CurlLibrary, DownloadError> = {
    var functions = ccurl_functions()
    if let reason = ccurl_load(&functions) {
      return .failure(.libraryMissing(reason: String(cString: reason)))
    }
    return .success(CurlLibrary(functions))
  }()

  static func load() throws(DownloadError) -> CurlLibrary { try loaded.get() }
}
