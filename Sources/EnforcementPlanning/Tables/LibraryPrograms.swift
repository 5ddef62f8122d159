/// What packages start or unpack by themselves, which no call of the function's own code shows.
struct LibraryPrograms: Sendable {
  /// Names or paths, as a call would give them.
  let programs: [String]
  /// Globs of programs that the package writes to a writable folder and runs there.
  var unpacked: [String] = []
  /// Globs of libraries that it unpacks and loads there.
  var libraries: [String] = []

  /// - Parameter name: Of npm the package's name; of Python the dotted module.
  static func of(_ name: String) -> (library: String, entry: LibraryPrograms)? {
    if let entry = table[name] { return (name, entry) }
    // `pdf2image.exceptions` is part of `pdf2image`, `@scope/package/part` of `@scope/package`.
    guard let cut = name.lastIndex(where: { $0 == "." || $0 == "/" }) else { return nil }
    return of(String(name[..<cut]))
  }

  private static let table: [String: LibraryPrograms] = {
    var result: [String: LibraryPrograms] = [:]
    for (names, entry) in rows {
      for name in names.split(whereSeparator: \.isWhitespace) { result[String(name)] = entry }
    }
    return result
  }()

  private static let chromium = LibraryPrograms(
    programs: [], unpacked: ["/tmp/chromium"],
    libraries: [
      "/tmp/al2/lib/**", "/tmp/al2023/lib/**", "/tmp/aws/lib/**", "/tmp/swiftshader/**", "/tmp/*.so",
    ])

  /// From the packages' documentation and sources.
  private static let rows: [(String, LibraryPrograms)] = [
    (
      "fluent-ffmpeg @ffprobe-installer/ffprobe @ffmpeg-installer/ffmpeg ffmpeg-static ffmpeg pydub moviepy",
      LibraryPrograms(programs: ["ffmpeg", "ffprobe"])
    ),
    ("imageio_ffmpeg", LibraryPrograms(programs: ["ffmpeg"])),
    (
      "gm imagemagick easyimage im-metadata node-imagemagick",
      LibraryPrograms(programs: ["convert", "identify", "gm", "mogrify"])
    ),
    ("pdf2image pdf-poppler node-poppler", LibraryPrograms(programs: ["pdftoppm", "pdftocairo", "pdfinfo"])),
    ("pytesseract node-tesseract-ocr tesserocr", LibraryPrograms(programs: ["tesseract"])),
    (
      "pdfkit.api pdfkit wkhtmltopdf imgkit wkhtmltox",
      LibraryPrograms(programs: ["wkhtmltopdf", "wkhtmltoimage"])
    ),
    ("git GitPython simple-git isomorphic-git.cli dugite", LibraryPrograms(programs: ["git"])),
    ("gnupg gpg", LibraryPrograms(programs: ["gpg"])),
    ("exiftool-vendored exiftool PyExifTool", LibraryPrograms(programs: ["exiftool", "perl"])),
    ("textract", LibraryPrograms(programs: ["antiword", "pdftotext", "tesseract", "unrtf"])),
    ("youtube_dl yt_dlp", LibraryPrograms(programs: ["ffmpeg", "ffprobe"])),
    ("camelot ghostscript", LibraryPrograms(programs: ["gs"])),
    (
      "libreoffice-convert @shelf/aws-lambda-libreoffice unoconv",
      LibraryPrograms(
        programs: ["soffice"], unpacked: ["/tmp/instdir/program/soffice*"],
        libraries: ["/tmp/instdir/program/**"])
    ),
    (
      "chrome-aws-lambda @sparticuz/chromium @sparticuz/chromium-min chromium puppeteer-chromium-resolver",
      chromium
    ),
    ("selenium", LibraryPrograms(programs: ["chromedriver", "chromium"])),
    ("playwright playwright.sync_api playwright.async_api", LibraryPrograms(programs: ["node", "chrome"])),
    ("matplotlib", LibraryPrograms(programs: ["fc-list"])),
    ("ctypes.util weasyprint wand", LibraryPrograms(programs: ["/sbin/ldconfig"])),
    ("sentry_sdk", LibraryPrograms(programs: ["git"])),
    ("@prisma/client prisma", LibraryPrograms(programs: ["openssl", "sh"])),
    ("jpegtran-bin imagemin-jpegtran", LibraryPrograms(programs: ["jpegtran"])),
    ("pngquant-bin imagemin-pngquant pngquant", LibraryPrograms(programs: ["pngquant"])),
    ("optipng-bin imagemin-optipng", LibraryPrograms(programs: ["optipng"])),
    ("gifsicle imagemin-gifsicle", LibraryPrograms(programs: ["gifsicle"])),
    ("cwebp-bin imagemin-webp webp-converter", LibraryPrograms(programs: ["cwebp"])),
    ("pypandoc node-pandoc", LibraryPrograms(programs: ["pandoc"])),
    ("graphviz pydot", LibraryPrograms(programs: ["dot"])),
    ("tabula", LibraryPrograms(programs: ["java"])),
    ("ansible_runner", LibraryPrograms(programs: ["ansible-playbook", "ssh"])),
  ]
}
