/// Short forms for the tables of library models.
extension CallModel.Effect {
  static func into(
    _ kind: SinkKind, _ selector: Selector, when conditions: [Condition] = [],
    _ certainty: Certainty = .certain,
    detail: String? = nil
  ) -> Self {
    .sink(Sink(kind, selector, when: conditions, certainty: certainty, detail: detail))
  }

  /// Node's `(error, result) => …` as the last argument; it runs after the caller has gone on.
  static let nodeCallback = Self.callback(
    Callback(.last, parameters: [.origin(.error(.whole)), .callResult], isImmediate: false))

  static func escapes(_ selector: Selector, for kinds: SinkKind...) -> Self {
    .result(.sanitized(selector, for: kinds.reduce(SinkKinds(rawValue: 0)) { $0.union(SinkKinds($1)) }))
  }

  static func makes(_ type: String) -> Self { .result(.instance(type)) }

  static let clean = Self.result(.clean)
  static let keepsFirst = Self.result(.madeOf([.position(0)]))
  static let keepsReceiver = Self.result(.same(.receiver))
  static let parsesFirst = Self.result(.parsed(.position(0)))
  static let decodesFirst = Self.result(.decoded(.position(0)))
}

extension ResultModel {
  static func stored(_ what: String) -> Self { .origin(.stored(what: what)) }
  static func remote(_ what: String) -> Self { .origin(.remote(what: what)) }
  static func secret(_ what: String) -> Self { .origin(.secret(what: what)) }
}

extension CallModel {
  /// Calls that give harmless values, whatever they are given.
  static func clean(_ paths: String...) -> CallModel { CallModel(paths: paths, effects: [.clean]) }

  /// Calls that give a value of a type.
  static func makes(_ type: String, _ paths: String...) -> CallModel {
    CallModel(paths: paths, effects: [.makes(type)])
  }

  /// Calls that change a text and keep its labels.
  static func keeps(_ paths: String...) -> CallModel { CallModel(paths: paths, effects: [.keepsFirst]) }

  /// A text made of a record, whose fields facts still tell apart.
  static func serializes(_ paths: String...) -> CallModel {
    CallModel(
      paths: paths,
      effects: [
        .result(
          .joined([
            .assembled(ValueFact.serialized, from: [.position(0)]),
            .encoded(.madeOf([.position(0)]), for: SinkKinds(.logLine)),
          ]))
      ])
  }

  static func parses(_ paths: String...) -> CallModel { CallModel(paths: paths, effects: [.parsesFirst]) }

  /// Calls that read JSON; the claims of a token that nobody verified come in so.
  static func readsJSON(_ paths: String...) -> CallModel {
    CallModel(paths: paths, effects: [.into(.tokenClaims, .position(0)), .parsesFirst])
  }

  static func decodes(_ paths: String...) -> CallModel { CallModel(paths: paths, effects: [.decodesFirst]) }
}

extension Condition {
  /// The value may be one of these texts.
  static func isText(_ selector: Selector, _ texts: [String]) -> Condition {
    .equals(selector, texts.map { .text($0) })
  }

  /// The value may be this boolean.
  static func isBoolean(_ selector: Selector, _ value: Bool) -> Condition {
    .equals(selector, [.boolean(value)])
  }

  /// A constant part of the text reads like SQL.
  static func readsAsSQL(_ selector: Selector) -> Condition {
    .any(sqlPhrases.map { .mentions(selector, $0) })
  }

  private static let sqlPhrases = [
    "SELECT ", "select ", "Select ", "INSERT INTO", "insert into", "Insert into", "UPDATE ", "update ",
    "DELETE FROM", "delete from", "Delete from", "WHERE ", "where ", "DROP TABLE", "drop table",
    "CREATE TABLE", "ALTER TABLE", "ORDER BY", "order by", "REPLACE INTO", "MERGE INTO", "EXEC ",
  ]
}

/// Programs and how they are started.
enum Programs {
  /// Shells that take a command after an option.
  static let shells =
    paths(["sh", "bash", "dash", "zsh", "ash", "ksh"]) + [
      "cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh",
    ]

  static let shellOptions = [
    "-c", "-lc", "-ec", "-ic", "-xc", "-euc", "-euxc", "/c", "/C", "-Command", "-command",
  ]

  /// Programs that an argument can make read, write, fetch or run something else.
  static let steerable = paths([
    "tar", "curl", "wget", "git", "ffmpeg", "ffprobe", "find", "ssh", "scp", "sftp", "rsync", "zip", "unzip",
    "7z", "python", "python3", "node", "npm", "npx", "pip", "pip3", "perl", "ruby", "php", "awk", "gawk",
    "sed",
    "xargs", "env", "convert", "magick", "mogrify", "identify", "gs", "pandoc", "wkhtmltopdf",
    "wkhtmltoimage",
    "libreoffice", "soffice", "exiftool", "pdftotext", "pdftk", "qpdf", "openssl", "mysql", "mysqldump",
    "psql",
    "pg_dump", "sqlite3", "mongodump", "mongoexport", "redis-cli", "aws", "gcloud", "az", "kubectl",
    "terraform",
    "docker", "make", "nmap", "dig", "nslookup", "host", "ping", "traceroute", "tcpdump", "sendmail", "mail",
    "sort", "tee", "grep", "rg", "man", "vi", "vim", "nice", "timeout", "sudo", "chromium", "google-chrome",
    "youtube-dl", "yt-dlp", "svn", "hg", "java", "go", "cp", "mv", "rm", "chmod", "chown", "ln", "cat",
    "less",
    "phantomjs", "inkscape", "latex", "pdflatex", "xelatex", "sox", "gpg", "xmllint", "xsltproc", "clamscan",
  ])

  /// What happens to labelled arguments of a program that no shell starts.
  ///
  /// A value that stands behind constant text is no option; `--` ends options.
  static func effects(
    of program: Selector, arguments: Selector, option: Selector, code: Selector
  ) -> [CallModel.Effect] {
    [
      .into(
        .commandArgument, arguments,
        when: [
          .isText(program, steerable), .not(.includes(arguments, .text("--"))),
          .not(.startsWithConstant(arguments)),
        ], .likely),
      .into(.osCommand, code, when: [.isText(program, remoteShells)], .likely),
      .into(
        .codeExecution, code,
        when: [.isText(program, interpreters), .isText(option, ["-c", "-e", "--eval", "-p", "-r"])]),
    ]
  }

  /// Programs that hand what follows the host to a shell there.
  private static let remoteShells = paths(["ssh"])

  private static let interpreters = paths(["python", "python3", "node", "perl", "ruby", "php", "deno", "bun"])

  private static func paths(_ names: [String]) -> [String] {
    ["", "/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/bin/"].flatMap { folder in names.map { folder + $0 } }
  }
}
