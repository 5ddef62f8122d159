internal import CMicroHTTPD

/// libmicrohttpd, loaded when the first sandbox starts and by nothing else.
///
/// `@unchecked`: the pointers are set once, before anyone sees them, and the library's functions may be called from
/// any thread.
final class HTTPLibrary: @unchecked Sendable {
  var functions: cmhd_functions

  private init(_ functions: cmhd_functions) { self.functions = functions }

  private static let loaded: Result<HTTPLibrary, LabError> = {
    var functions = cmhd_functions()
    if let reason = cmhd_load(&functions) {
      return .failure(.serverMissing(reason: String(cString: reason)))
    }
    return .success(HTTPLibrary(functions))
  }()

  static func load() throws(LabError) -> HTTPLibrary { try loaded.get() }
}
