internal import FindingModel

/// Which files may be machine code, by their names alone: expanding a file to look at its first bytes is what costs.
enum BinaryCandidates {
  /// The smallest ELF header, in bytes.
  private static let least = 52

  static func mayBe(_ path: String, size: Int?) -> Bool {
    guard (size ?? least) >= least else { return false }
    let name = FilePath.name(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return true }
    return !others.contains(name[name.index(after: dot)...].lowercased())
  }

  /// Endings of files that are something else.
  private static let others: Set<String> = [
    "avif", "bmp", "c", "cc", "cer", "cfg", "cjs", "class", "coffee", "conf", "cpp", "crt", "cs", "css",
    "csv", "cts",
    "dat", "db", "dll", "doc", "docx", "egg", "el", "eot", "eslintrc", "exe", "flow", "gif", "go", "gz", "h",
    "hbs",
    "hpp", "htm", "html", "ico", "inc", "ini", "java", "jpeg", "jpg", "js", "json", "jsonl", "jst", "jsx",
    "key",
    "less", "lock", "log", "map", "markdown", "md", "mdx", "mjs", "mp3", "mp4", "mts", "npmignore", "npz",
    "npy",
    "opts", "otf", "patch", "pdb", "pdf", "pem", "php", "pl", "png", "po", "proto", "ps1", "pth", "pxd", "py",
    "pyc",
    "pyi", "pyx", "rb", "rs", "rst", "sass", "scss", "sh", "sql", "svg", "swift", "tar", "tgz", "toml", "ts",
    "tsx",
    "ttf", "txt", "typed", "vue", "wasm", "wav", "webp", "whl", "woff", "woff2", "xls", "xlsx", "xml", "xsd",
    "xz",
    "yaml", "yml", "zip", "zst",
  ]
}
