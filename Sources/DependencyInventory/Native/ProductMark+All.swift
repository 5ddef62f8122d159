extension ProductMark {
  /// Programs that functions carry along, and how they say their version; read from their releases and from Debian's
  /// packages of them.
  static let all: [ProductMark] = [
    .init(
      product: "catdoc", text: "Catdoc Version %s", place: .beside, names: ["catdoc", "xls2csv", "catppt"]),
    .init(product: "antiword", text: "\tVersion: ", place: .after, names: ["antiword"], isTelling: false),
    .init(product: "unrtf", text: "UnRTF, version ", place: .beside, names: ["unrtf"]),
    .init(
      product: "ffmpeg", text: "FFmpeg version ", place: .after,
      names: ["ffmpeg", "libavcodec", "libavformat", "libavutil", "libavfilter", "libswscale"]),
    .init(
      product: "ffmpeg", text: "%s version ", place: .after, names: ["ffmpeg", "ffprobe", "ffplay"],
      isTelling: false),
    .init(product: "imagemagick", text: "ImageMagick ", place: .after, names: imageMagick),
    .init(
      product: "graphicsmagick", text: "GraphicsMagick ", place: .after, names: ["gm", "libgraphicsmagick"]),
    .init(product: "ghostscript", text: "GPL Ghostscript ", place: .after, names: ["gs", "libgs"]),
    .init(product: "poppler", text: "pdftotext version %s", place: .beside, names: ["pdftotext"]),
    .init(product: "poppler", text: "pdftoppm version %s", place: .beside, names: ["pdftoppm"]),
    .init(product: "poppler", text: "pdfinfo version %s", place: .beside, names: ["pdfinfo"]),
    .init(product: "poppler", text: "pdftocairo version %s", place: .beside, names: ["pdftocairo"]),
    .init(
      product: "wkhtmltopdf", text: "wkhtmltopdf ", place: .after, names: ["wkhtmltopdf", "wkhtmltoimage"]),
    .init(product: "chromium", text: "HeadlessChrome/", place: .after, names: chromium),
    .init(product: "chromium", text: "Chrome/", place: .after, names: chromium, isTelling: false),
    .init(product: "busybox", text: "BusyBox v", place: .after, names: ["busybox"]),
    .init(product: "curl", text: "libcurl/", place: .after, names: ["libcurl"], isTelling: false),
    .init(product: "curl", text: "curl/", place: .after, names: ["curl"], isTelling: false),
    .init(
      product: "openssl", text: "OpenSSL ", place: .after, names: ["openssl", "libssl", "libcrypto"],
      isTelling: false, isVersionInName: true),
    .init(product: "git", text: "git/", place: .after, names: ["git"], isTelling: false),
    .init(product: "exiv2", text: "exiv2 ", place: .after, names: ["exiv2"], isTelling: false),
    .init(product: "p7zip", text: "7-Zip [64] ", place: .after, names: ["7z", "7za", "7zr"]),
    .init(product: "node", text: "nodejs.org/download/release/v", place: .after, names: ["node", "libnode"]),
    .init(product: "node", text: "node-v", place: .after, names: ["node", "libnode"], isTelling: false),
    .init(
      product: "python", text: nil, names: ["python", "libpython"], isTelling: false, isVersionInName: true),
    .init(product: "sqlite", text: nil, names: ["sqlite3", "libsqlite3"], isTelling: false),
    .init(product: "zlib", text: " deflate ", place: .after, names: ["libz"], isTelling: false),
    .init(product: "phantomjs", text: "PhantomJS/", place: .after, names: ["phantomjs"]),
  ]

  private static let imageMagick = [
    "convert", "magick", "identify", "mogrify", "composite", "montage", "libmagickcore", "libmagickwand",
  ]
  private static let chromium = ["chrome", "chromium", "headless_shell", "headless-chromium"]
}
