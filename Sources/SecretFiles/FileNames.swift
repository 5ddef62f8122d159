/// What the names of files say about them; all in lower case.
enum FileNames {
  static let exact: [String: FileKind.Content] = [
    ".env": .environment, ".envrc": .environment, ".flaskenv": .environment,
    "dockerfile": .dockerfile, "containerfile": .dockerfile,
    "package-lock.json": .lockfile, "npm-shrinkwrap.json": .lockfile, "yarn.lock": .lockfile,
    "pnpm-lock.yaml": .lockfile, "bun.lock": .lockfile, "deno.lock": .lockfile, "pipfile.lock": .lockfile,
    "poetry.lock": .lockfile, "uv.lock": .lockfile, "pdm.lock": .lockfile, "pylock.toml": .lockfile,
    "gemfile.lock": .lockfile, "composer.lock": .lockfile, "cargo.lock": .lockfile, "go.sum": .lockfile,
    "packages.lock.json": .lockfile, "project.assets.json": .lockfile, "package.resolved": .lockfile,
    "gradle.lockfile": .lockfile, "verification-metadata.xml": .lockfile, ".terraform.lock.hcl": .lockfile,
    "mix.lock": .lockfile, "flake.lock": .lockfile, "checksums.txt": .lockfile,
    "makefile": .script, "jenkinsfile": .script, "procfile": .script, "rakefile": .program,
    ".npmrc": .configuration, ".yarnrc": .configuration, ".pypirc": .configuration, ".netrc": .configuration,
    ".pgpass": .configuration, ".s3cfg": .configuration, ".boto": .configuration,
    ".dockercfg": .configuration,
    ".htpasswd": .configuration, ".gitconfig": .configuration, "credentials": .configuration,
    ".git-credentials": .configuration, "config": .configuration,
    "id_rsa": .key, "id_dsa": .key, "id_ecdsa": .key, "id_ed25519": .key,
    "readme": .document, "license": .document, "notice": .document, "changelog": .document,
  ]

  static let packedEndings = [
    ".min.js", ".min.mjs", ".bundle.js", ".chunk.js", ".min.css", ".js.map", ".css.map",
  ]

  static let lockEndings = [".deps.json", ".sha256", ".sha512", ".sha1", ".md5", ".sig", ".asc"]

  static let endings: [String: FileKind.Content] = [
    "py": .program, "pyw": .program, "js": .program, "mjs": .program, "cjs": .program, "jsx": .program,
    "ts": .program, "mts": .program, "cts": .program, "tsx": .program, "java": .program, "kt": .program,
    "scala": .program, "groovy": .program, "go": .program, "rb": .program, "php": .program, "cs": .program,
    "fs": .program, "vb": .program, "rs": .program, "swift": .program, "c": .program, "h": .program,
    "cc": .program, "cpp": .program, "hpp": .program, "m": .program, "lua": .program, "pl": .program,
    "pm": .program, "ex": .program, "exs": .program, "dart": .program, "vue": .program, "svelte": .program,
    "r": .program, "jl": .program, "clj": .program, "vtl": .program, "graphql": .program,
    "sh": .script, "bash": .script, "zsh": .script, "ps1": .script, "bat": .script, "cmd": .script,
    "mk": .script,
    "json": .configuration, "jsonc": .configuration, "json5": .configuration, "yaml": .configuration,
    "yml": .configuration, "toml": .configuration, "ini": .configuration, "cfg": .configuration,
    "conf": .configuration, "config": .configuration, "cnf": .configuration, "properties": .configuration,
    "xml": .configuration, "plist": .configuration, "tf": .configuration, "tfvars": .configuration,
    "hcl": .configuration, "template": .configuration, "gradle": .program, "kts": .program,
    "csproj": .configuration, "tfstate": .configuration, "ovpn": .configuration, "npmrc": .configuration,
    "dockerfile": .dockerfile, "ipynb": .notebook,
    "lock": .lockfile, "sum": .lockfile,
    "po": .translation, "pot": .translation, "strings": .translation, "arb": .translation,
    "xliff": .translation, "xlf": .translation, "resx": .translation,
    "md": .document, "markdown": .document, "rst": .document, "adoc": .document, "txt": .document,
    "html": .document, "htm": .document, "xhtml": .document, "tex": .document, "mdx": .document,
    "csv": .data, "tsv": .data, "sql": .data, "log": .data, "ndjson": .data, "jsonl": .data, "har": .data,
    "svg": .data, "css": .data, "scss": .data, "less": .data, "snap": .data,
    "pem": .key, "key": .key, "p12": .key, "pfx": .key, "jks": .key, "keystore": .key, "ppk": .key,
    "pkcs12": .key, "p8": .key, "bks": .key,
  ]

  static let translationFolders: Set<String> = [
    "i18n", "locale", "locales", "lang", "langs", "language", "languages", "translations", "translation",
    "l10n",
  ]

  /// Endings of what holds no text: nothing is found by looking for words in it.
  static let binaryEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "ico", "bmp", "tif", "tiff", "avif", "heic", "psd", "ai", "eps",
    "mp3", "mp4", "m4a", "m4v", "mov", "avi", "mkv", "webm", "wav", "ogg", "flac",
    "woff", "woff2", "ttf", "otf", "eot",
    "zip", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "tar", "jar", "war", "ear", "whl", "egg", "nupkg",
    "gem", "deb", "rpm", "apk", "dmg", "iso", "img",
    "so", "dylib", "dll", "exe", "a", "o", "lib", "pdb", "class", "pyc", "pyo", "pyd", "node", "wasm", "bin",
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods",
    "db", "sqlite", "sqlite3", "mdb", "parquet", "avro", "orc", "npy", "npz", "h5", "pkl", "pt", "pth",
    "onnx", "tflite", "pb", "model", "mo", "idx", "pack", "swp", "ds_store",
  ]
}

/// Folders and names of tests, fixtures and examples.
enum TestPaths {
  private static let folders: Set<String> = [
    "test", "tests", "__tests__", "testing", "spec", "specs", "e2e", "cypress", "fixture", "fixtures",
    "__fixtures__", "mock", "mocks", "__mocks__", "testdata", "test-data", "test_data", "testutils", "stubs",
    "__snapshots__", "snapshots", "example", "examples", "sample", "samples", "demo", "demos",
    "unit-tests", "integration-tests", "unittests", "functional",
  ]

  private static let endings = [".example", ".sample", ".dist", ".tmpl", ".tpl", ".test", ".snap"]

  /// - Parameter path: In lower case.
  static func contains(_ path: String, content: FileKind.Content) -> Bool {
    let segments = path.split(separator: "/")
    guard let name = segments.last else { return false }
    if segments.dropLast().contains(where: { folders.contains(String($0)) }) { return true }
    if endings.contains(where: name.hasSuffix) { return true }
    // What SAM makes for a new project: recorded requests to try the function with.
    if content == .configuration, name.hasSuffix(".json"), segments.dropLast().contains("events") {
      return true
    }
    if name.contains(".test.") || name.contains(".spec.") || name.contains(".example.")
      || name.contains(".sample.")
    {
      return true
    }
    // `.env.template` shows what to fill in; a template of CloudFormation does not.
    if content == .environment, name.hasSuffix(".template") || name.hasSuffix(".defaults") { return true }
    let stem = name.prefix { $0 != "." }
    return name.hasPrefix("test_") || name.hasPrefix("test-") || name.hasPrefix("sample-")
      || name.hasPrefix("example") || name.hasPrefix("mock-") || stem.hasSuffix("_test")
      || stem.hasSuffix("-test") || stem == "conftest" || stem == "test" || stem == "tests"
  }
}
