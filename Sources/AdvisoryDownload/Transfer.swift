internal import CCurl

/// One request and what comes back of it, into a file.
final class Transfer {
  /// What became of a request that did not fail.
  enum Outcome: Equatable {
    /// The bytes are in the file, all of them as far as the server says.
    case complete
    /// The server still has what we asked about.
    case unchanged
    /// The part that was asked for is not there; the file has to be fetched from its beginning.
    case noSuchRange
  }

  private let address: String
  private let options: DownloadOptions
  private let output: OutputFile
  private let report: (_ received: Int, _ total: Int?) -> Void

  private(set) var headers = ResponseHeaders()
  private(set) var digests = ContentDigests()
  /// Bytes in the file, those of earlier transfers included.
  private(set) var received: Int
  private let offset: Int
  private var hasStarted = false
  private var failure: DownloadError?

  /// - Parameters:
  ///   - offset: Bytes that are in the file already; new ones come after them if the server sends the rest.
  ///   - digests: Of those bytes.
  init(
    _ address: String, options: DownloadOptions, output: OutputFile, offset: Int, digests: ContentDigests,
    report: @escaping (_ received: Int, _ total: Int?) -> Void
  ) {
    self.address = address
    self.options = options
    self.output = output
    self.offset = offset
    self.digests = digests
    self.report = report
    received = offset
  }

  func perform(_ library: CurlLibrary, headers lines: [String]) throws(DownloadError) -> Outcome {
    guard let handle = ccurl_init(&library.functions) else {
      throw .connection(address: address, reason: "libcurl has no memory for a connection")
    }
    defer { ccurl_cleanup(&library.functions, handle) }
    let list = lines.reduce(nil as UnsafeMutablePointer<curl_slist>?) {
      ccurl_append(&library.functions, $0, $1) ?? $0
    }
    defer { ccurl_free(&library.functions, list) }
    var message = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
    let code = message.withUnsafeMutableBufferPointer { message in
      configure(library, handle, list: list, message: message.baseAddress)
      return withExtendedLifetime(self) { ccurl_perform(&library.functions, handle) }
    }
    if let failure { throw failure }
    // The text of an answer without a file was refused, which is no failure.
    guard code == CURLE_OK || (code == CURLE_WRITE_ERROR && isQuiet(headers.status)) else {
      let own = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      let reason = own.isEmpty ? String(cString: ccurl_error(&library.functions, code)) : own
      let target = ccurl_text(&library.functions, handle, CURLINFO_REDIRECT_URL).map { String(cString: $0) }
      throw error(code, reason: reason, target: target)
    }
    return try outcome()
  }

  private func configure(
    _ library: CurlLibrary, _ handle: UnsafeMutableRawPointer, list: UnsafeMutablePointer<curl_slist>?,
    message: UnsafeMutablePointer<CChar>?
  ) {
    func set(_ option: CURLoption, _ value: Int) {
      ccurl_set_long(&library.functions, handle, option, value)
    }
    func set(_ option: CURLoption, _ text: String) {
      _ = text.withCString { ccurl_set_pointer(&library.functions, handle, option, $0) }
    }
    set(CURLOPT_URL, address)
    set(CURLOPT_PROTOCOLS, Int(CURLPROTO_HTTPS))
    set(CURLOPT_REDIR_PROTOCOLS, Int(CURLPROTO_HTTPS))
    set(CURLOPT_FOLLOWLOCATION, 1)
    set(CURLOPT_MAXREDIRS, options.redirectLimit)
    // The library's own defaults, said aloud: no option of ours turns them off.
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let certificates = options.certificates { set(CURLOPT_CAINFO, certificates) }
    set(CURLOPT_CONNECTTIMEOUT, options.connectSeconds)
    set(CURLOPT_LOW_SPEED_LIMIT, 1000)
    set(CURLOPT_LOW_SPEED_TIME, options.stallSeconds)
    set(CURLOPT_TIMEOUT, options.totalSeconds)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_USERAGENT, options.userAgent)
    ccurl_set_pointer(&library.functions, handle, CURLOPT_HTTPHEADER, list)
    ccurl_set_pointer(&library.functions, handle, CURLOPT_ERRORBUFFER, message)
    let context = Unmanaged.passUnretained(self).toOpaque()
    ccurl_set_pointer(&library.functions, handle, CURLOPT_HEADERDATA, context)
    ccurl_set_callback(&library.functions, handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      Transfer.in(context)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
      return size * count
    }
    ccurl_set_pointer(&library.functions, handle, CURLOPT_WRITEDATA, context)
    ccurl_set_callback(&library.functions, handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      let isTaken = Transfer.in(context)?.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
      // Any other number ends the transfer; the reason is in `failure`.
      return isTaken ?? false ? size * count : 0
    }
  }

  private static func `in`(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func takeHeader(_ line: UnsafeRawBufferPointer) {
    guard line.count <= ResponseHeaders.lineLimit else { return }
    headers.take(String(decoding: line, as: UTF8.self))
  }

  /// - Returns: Whether to go on.
  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if !hasStarted {
      hasStarted = true
      failure = start()
    }
    guard failure == nil, headers.status == 200 || headers.status == 206 else { return false }
    guard received + bytes.count <= options.byteLimit else {
      failure = .tooLarge(address: address, bytes: received + bytes.count, limit: options.byteLimit)
      return false
    }
    guard output.append(bytes) else {
      failure = FileSystem.failure(output.path)
      return false
    }
    digests.update(bytes)
    received += bytes.count
    report(received, headers.total)
    return true
  }

  /// Judges the headers before the first byte is kept.
  private func start() -> DownloadError? {
    switch headers.status {
    case 200:
      // Another file than the one of which a part is here, or a server that sends no parts.
      guard offset == 0 || output.truncate() else { return FileSystem.failure(output.path) }
      if offset > 0 { digests = ContentDigests() }
      received = 0
    case 206:
      guard headers.rangeStart == offset else { return .wrongRange(address: address) }
    default:
      return isQuiet(headers.status) ? nil : .status(address: address, code: headers.status)
    }
    if let total = headers.total, total > options.byteLimit {
      return .tooLarge(address: address, bytes: total, limit: options.byteLimit)
    }
    return nil
  }

  /// Answers whose text does not matter.
  private func isQuiet(_ status: Int) -> Bool { status == 304 || status == 416 }

  private func outcome() throws(DownloadError) -> Outcome {
    switch headers.status {
    case 304: return .unchanged
    case 416: return .noSuchRange
    case 200, 206:
      if !hasStarted, let failure = start() { throw failure }
      if let total = headers.total, received != total {
        throw .interrupted(address: address, received: received, total: total)
      }
      return .complete
    default: throw .status(address: address, code: headers.status)
    }
  }

  private func error(_ code: CURLcode, reason: String, target: String?) -> DownloadError {
    switch code {
    case CURLE_OPERATION_TIMEDOUT: return .timeout(address: address)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      return .certificate(address: address, reason: reason)
    case CURLE_UNSUPPORTED_PROTOCOL:
      return .redirectNotHTTPS(address: address, target: target ?? reason)
    case CURLE_TOO_MANY_REDIRECTS:
      return .tooManyRedirects(address: address, limit: options.redirectLimit)
    default:
      if hasStarted { return .interrupted(address: address, received: received, total: headers.total) }
      return .connection(address: address, reason: reason)
    }
  }
}
