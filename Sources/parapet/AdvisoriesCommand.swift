internal import AdvisoryDatabase
internal import ArgumentParser
internal import Documents
internal import FindingModel
internal import Glibc
internal import PackageModel

/// `parapet advisories`: the database of known flaws in packages.
struct AdvisoriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advisories",
    abstract: "Download or import advisories on packages, say how old they are, show one.",
    discussion: """
      Without a database, scans know the advisories that are embedded in the program. The database is one file: \
      $PARAPET_ADVISORIES, else advisories.sqlite in the folder parapet of $XDG_CACHE_HOME or ~/.cache.
      """,
    subcommands: [Update.self, Import.self, Status.self, Show.self])

  /// Which database is meant.
  struct DatabaseOption: ParsableArguments {
    @Option(help: "The file of the database.", completion: .file())
    var database: String?

    func path() throws -> String {
      guard let path = database ?? AdvisoryPath.standard() else {
        throw ValidationError("There is no home folder for the database; name its file with --database.")
      }
      return path
    }

    /// The database, or the seed alone where there is no file.
    func store() throws -> AdvisoryStore {
      let path = try path()
      guard access(path, F_OK) == 0 else {
        if database != nil { throw ValidationError("There is no database '\(path)'.") }
        return .seed
      }
      do {
        return try AdvisoryStore.open(at: path)
      } catch {
        throw ValidationError("\(error).")
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring advisories from folders, archives and files into the database.",
      discussion: """
        Reads OSV's JSON and YAML, RubySec, the Node.js working group's and retire.js's JSON, CISA's catalogue of \
        exploited vulnerabilities and the table of EPSS, also inside ZIP and tar archives. The database is \
        replaced in one step at the end; what cannot be read is named and left out.
        """)

    @Argument(help: "Folders, archives or files.", completion: .file())
    var paths: [String]

    @OptionGroup var target: DatabaseOption

    @Flag(help: "Start from nothing instead of adding to the database.")
    var replace = false

    @Flag(name: [.short, .long], help: "No progress on standard error.")
    var quiet = false

    func run() throws {
      let path = try target.path()
      var options = AdvisoryImporter.Options(day: Clock.today)
      options.replaces = replace
      let progress = quiet ? nil : ProgressLine()
      var show: ((Int) -> Void)?
      if let progress { show = { progress.show("Read \($0) files") } }
      let report: ImportReport
      do {
        report = try AdvisoryImporter.import(from: paths, into: path, options: options, progress: show)
      } catch {
        progress?.clear()
        throw ValidationError("\(error).")
      }
      progress?.clear()
      Descriptor.write(AdvisoryText.text(of: report) + "Wrote \(path)\n", to: STDOUT_FILENO)
      // Nothing at all is a mistake of the caller's: a wrong folder, a wrong format.
      if report.files == 0 { throw ExitCode(2) }
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What the database holds, by source, and how old it is.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text
      case json
    }

    @OptionGroup var source: DatabaseOption

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: "Count the age as of this day, YYYY-MM-DD; by default today.")
    var asOf: CalendarDate?

    func run() throws {
      let store = try source.store()
      let day = asOf ?? Clock.today
      do {
        let layers = (database: try store.status(), seed: AdvisoryStore.seedStatus())
        let path = layers.database == nil ? nil : try source.path()
        let text =
          switch format {
          case .text: AdvisoryText.text(of: layers.database, layers.seed, path: path, asOf: day)
          case .json: AdvisoryText.json(of: layers.database, layers.seed, path: path, asOf: day) + "\n"
          }
        Descriptor.write(text, to: STDOUT_FILENO)
      } catch let error as AdvisoryStoreError {
        throw ValidationError("\(error).")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Everything known of one flaw, or of all flaws of a package.")

    @Argument(help: "An id such as CVE-2021-44228 or GHSA-…, or a package such as lodash.")
    var name: String

    @OptionGroup var source: DatabaseOption

    @Option(help: "Only packages of this ecosystem: npm, PyPI, Maven, NuGet, Go, RubyGems or SwiftURL.")
    var ecosystem: EcosystemArgument?

    func run() throws {
      let store = try source.store()
      do {
        var advisories = try store.advisories(named: name)
        if advisories.isEmpty {
          for ecosystem in ecosystem.map({ [$0.value] }) ?? Ecosystem.allCases {
            advisories += try store.advisories(for: PackageIdentity(ecosystem, name))
          }
        }
        guard !advisories.isEmpty else {
          StandardError.write("Nothing is known of an advisory or package '\(name)'.\n")
          throw ExitCode(1)
        }
        var text = ""
        for advisory in advisories {
          text +=
            (text.isEmpty ? "" : "\n") + AdvisoryText.text(of: advisory, try store.exploit(of: advisory))
        }
        Descriptor.write(text, to: STDOUT_FILENO)
      } catch let error as AdvisoryStoreError {
        throw ValidationError("\(error).")
      }
    }
  }
}

/// `--ecosystem`, in any case.
struct EcosystemArgument: ExpressibleByArgument {
  let value: Ecosystem

  init?(argument: String) {
    let wanted = argument.lowercased()
    guard let found = Ecosystem.allCases.first(where: { $0.rawValue.lowercased() == wanted }) else {
      return nil
    }
    value = found
  }
}
