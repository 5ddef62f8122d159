internal import AdvisoryDatabase
internal import AdvisoryDownload
internal import ArgumentParser
internal import FindingModel
internal import Glibc
internal import PackageModel

extension AdvisoriesCommand {
  /// `parapet advisories update`: the only verb that opens a connection.
  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Download OSV's advisories and bring them into the database; nothing else uses the network.",
      discussion: """
        Archives are kept beside the database: one that has not changed is not fetched again, and one that broke off \
        is continued. Only https is used. Proxies are those of $https_proxy and $no_proxy. Exit code 2: something \
        could not be fetched; what could is in the database.
        """)

    @Option(help: "Only this ecosystem; may be repeated. npm, PyPI, Maven, NuGet, Go, RubyGems or SwiftURL.")
    var ecosystem: [EcosystemArgument] = []

    @Option(help: "The address of a copy of OSV's archives, with ECOSYSTEM/all.zip below it.")
    var from = AdvisorySources.archives

    @Flag(help: "Also which flaws are used in attacks (CISA's catalogue), and how likely that is (EPSS).")
    var exploits = false

    @Option(
      help: "Trust the certificates of this file instead of the system's; by default $SSL_CERT_FILE.",
      completion: .file())
    var certificates: String?

    @OptionGroup var target: DatabaseOption

    @Flag(name: [.short, .long], help: "No progress on standard error.")
    var quiet = false

    func validate() throws {
      guard HTTPSAddress.isAcceptable(from) else {
        throw ValidationError("\(DownloadError.notHTTPS(address: from)).")
      }
    }

    func run() throws {
      let database = try target.path()
      let folder = database + ".downloads"
      let round = fetch(into: folder)
      for failure in round.failures { StandardError.write("Error: \(failure).\n") }
      let news = round.files.filter { !ImportMark.isCurrent($0, in: database) }
      if !news.isEmpty {
        try bring(news, into: database)
        for file in round.files { ImportMark.set(file, in: database) }
      } else if round.failures.isEmpty {
        Descriptor.write("Nothing has changed since the last update of \(database)\n", to: STDOUT_FILENO)
      }
      if !round.failures.isEmpty { throw ExitCode(2) }
    }

    private func fetch(into folder: String) -> (files: [FetchedFile], failures: [DownloadError]) {
      var options = DownloadOptions()
      options.certificates = certificates ?? AdvisoryPath.variable("SSL_CERT_FILE")
      options.userAgent = "parapet/\(Parapet.version)"
      let chosen = ecosystem.isEmpty ? Ecosystem.allCases : ecosystem.map(\.value)
      var wanted = AdvisorySources.files(ecosystems: chosen.map(\.rawValue), from: from)
      if exploits { wanted += AdvisorySources.exploits }
      let progress = quiet ? nil : ProgressLine()
      defer { progress?.clear() }
      var round: (files: [FetchedFile], failures: [DownloadError]) = ([], [])
      do throws(DownloadError) {
        let downloader = try Downloader(into: folder, options: options)
        for file in wanted {
          do throws(DownloadError) {
            round.files.append(try downloader.fetch(file) { progress?.show(Self.words($0)) })
          } catch {
            round.failures.append(error)
            // Without a network the others would only be waited for.
            if error.concernsAll { break }
          }
        }
      } catch {
        round.failures.append(error)
      }
      return round
    }

    private func bring(_ files: [FetchedFile], into database: String) throws {
      let progress = quiet ? nil : ProgressLine()
      defer { progress?.clear() }
      var show: ((Int) -> Void)?
      if let progress { show = { progress.show("Read \($0) files") } }
      do throws(AdvisoryStoreError) {
        let report = try AdvisoryImporter.import(
          from: files.map(\.path), into: database, options: AdvisoryImporter.Options(day: Clock.today),
          progress: show)
        progress?.clear()
        Descriptor.write(AdvisoryText.text(of: report) + "Wrote \(database)\n", to: STDOUT_FILENO)
      } catch {
        throw ValidationError("\(error).")
      }
    }

    private static func words(_ progress: DownloadProgress) -> String {
      func megabytes(_ bytes: Int) -> Int { bytes / 1_000_000 }
      let total = progress.total.map { " of \(megabytes($0))" } ?? ""
      return "Fetched \(megabytes(progress.received))\(total) MB of \(progress.file.name)"
    }
  }
}
