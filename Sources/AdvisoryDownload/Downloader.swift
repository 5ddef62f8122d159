/// Fetches files over HTTPS into a folder, continuing what broke off and leaving what has not changed.
///
/// Beside a file `npm.zip` lie `npm.zip.validator`, by which the server is asked whether it changed, and while it
/// is incomplete `npm.zip.part` with `npm.zip.part.validator`. A name without `.part` always stands for a complete
/// file whose digest, if the server gives one, was right.
package struct Downloader {
  private let library: CurlLibrary
  private let folder: String
  private let options: DownloadOptions
  private let lock: FolderLock
  private let wait: (_ seconds: Int) -> Void

  /// - Parameter wait: Lets time pass before a retry.
  /// - Throws: ``DownloadError``, also when another process works in the folder.
  package init(
    into folder: String, options: DownloadOptions = DownloadOptions(),
    wait: @escaping (_ seconds: Int) -> Void = Pause.seconds
  ) throws(DownloadError) {
    library = try CurlLibrary.load()
    try FileSystem.createFolder(folder)
    lock = try FolderLock(folder)
    self.folder = folder
    self.options = options
    self.wait = wait
  }

  /// - Throws: ``DownloadError``; what has arrived is kept for the next call, unless it is known to be wrong.
  package func fetch(
    _ file: RemoteFile, progress: (DownloadProgress) -> Void = { _ in }
  ) throws(DownloadError) -> FetchedFile {
    guard HTTPSAddress.isAcceptable(file.address) else { throw .notHTTPS(address: file.address) }
    return try withoutActuallyEscaping(progress) { progress throws(DownloadError) in
      var attempt = 0
      while true {
        do throws(DownloadError) {
          return try fetchOnce(file, progress: progress)
        } catch {
          guard error.isPassing, attempt < options.retries else { throw error }
          wait(options.retrySeconds << min(attempt, 6))
          attempt += 1
        }
      }
    }
  }

  private func fetchOnce(
    _ file: RemoteFile, progress: @escaping (DownloadProgress) -> Void
  ) throws(DownloadError) -> FetchedFile {
    let paths = FilePaths(folder: folder, name: file.name)
    var start = try paths.start(for: file.address)
    while true {
      let output = try OutputFile(paths.part, continuing: start.offset > 0)
      let transfer = Transfer(
        file.address, options: options, output: output, offset: start.offset, digests: start.digests
      ) { received, total in progress(DownloadProgress(file: file, received: received, total: total)) }
      let outcome: Transfer.Outcome
      do throws(DownloadError) {
        outcome = try transfer.perform(library, headers: start.headers)
      } catch {
        try paths.keepPart(of: transfer, address: file.address, after: error)
        throw error
      }
      switch outcome {
      case .complete:
        try output.finish()
        return try paths.complete(transfer, address: file.address)
      case .unchanged:
        paths.removePart()
        guard let size = FileSystem.size(of: paths.file) else { throw FileSystem.failure(paths.file) }
        return FetchedFile(path: paths.file, isUnchanged: true, bytes: size, verified: nil)
      case .noSuchRange:
        // The whole is asked for next, so this happens once.
        paths.removePart()
        start = FilePaths.Start(offset: 0, headers: [], digests: ContentDigests())
      }
    }
  }
}
