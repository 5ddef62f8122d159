/// The files of one download, and what they mean for the next request.
struct FilePaths {
  let file: String
  let part: String
  private let fileValidator: String
  private let partValidator: String

  /// Where a transfer starts and what it asks for.
  struct Start {
    let offset: Int
    let headers: [String]
    let digests: ContentDigests
  }

  init(folder: String, name: String) {
    file = folder + "/" + name
    part = file + ".part"
    fileValidator = file + ".validator"
    partValidator = part + ".validator"
  }

  func start(for address: String) throws(DownloadError) -> Start {
    if let size = FileSystem.size(of: part), size > 0,
      let validator = validator(at: partValidator, of: address),
      let headers = validator.rest(from: size)
    {
      let digests = ContentDigests()
      try digests.update(contentsOf: part)
      return Start(offset: size, headers: headers, digests: digests)
    }
    removePart()
    let known = FileSystem.size(of: file) == nil ? nil : validator(at: fileValidator, of: address)
    return Start(offset: 0, headers: known?.ifChanged ?? [], digests: ContentDigests())
  }

  private func validator(at path: String, of address: String) -> Validator? {
    guard let validator = FileSystem.text(of: path).flatMap(Validator.init(text:)) else { return nil }
    return validator.address == address ? validator : nil
  }

  /// After a failure: keeps what can be continued, with what it is a part of, and removes the rest.
  func keepPart(of transfer: Transfer, address: String, after error: DownloadError) throws(DownloadError) {
    let status = transfer.headers.status
    switch error {
    case .tooLarge, .wrongRange, .digest: removePart()
    case .file: return
    default:
      // Without an answer that carries the file, the part and its validator are as they were.
      guard status == 200 || status == 206 else {
        if transfer.received == 0 { removePart() }
        return
      }
      guard transfer.received > 0, let validator = Validator(address: address, transfer.headers) else {
        removePart()
        return
      }
      try FileSystem.write(validator.text, to: partValidator)
    }
  }

  /// Checks what has arrived and gives it its name.
  func complete(_ transfer: Transfer, address: String) throws(DownloadError) -> FetchedFile {
    let verdict = transfer.digests.verdict(transfer.headers)
    if let verdict, !verdict.agrees {
      removePart()
      throw .digest(address: address, algorithm: verdict.algorithm)
    }
    // In this order a crash in between costs a download, never a validator beside another file.
    FileSystem.remove(fileValidator)
    try FileSystem.rename(part, to: file)
    FileSystem.remove(partValidator)
    if let validator = Validator(address: address, transfer.headers) {
      try FileSystem.write(validator.text, to: fileValidator)
    }
    return FetchedFile(
      path: file, isUnchanged: false, bytes: transfer.received, verified: verdict?.algorithm)
  }

  func removePart() {
    FileSystem.remove(partValidator)
    FileSystem.remove(part)
  }
}
