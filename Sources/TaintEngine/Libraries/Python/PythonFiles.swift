/// Files, paths and archives.
enum PythonFiles {
  static let calls: [CallModel] = opening + moving + paths + archives + serving

  static let members: [MemberModel] = [
    MemberModel(
      "pathlib.Path.{name,stem,suffix}",
      result: .sanitized(.receiver, for: SinkKinds(.filePath)))
  ]

  /// What a file holds: in the folders a function can write to, whatever was put there; elsewhere, the package.
  private static func contents(_ path: Selector) -> ResultModel {
    .conditional(
      [.any([.mentions(path, "/tmp"), .mentions(path, "/mnt")])], .stored("a file"), otherwise: .clean)
  }

  private static let opening: [CallModel] = [
    CallModel(
      """
      {open,io.open,builtins.open,codecs.open,gzip.open,bz2.open,lzma.open,aiofiles.open,smart_open.open,\
      os.open,io.FileIO,gzip.GzipFile,anyio.open_file,tokenize.open}
      """,
      effects: [
        .into(.filePath, .argument(0, "file")), .into(.filePath, .named("filename")),
        .result(.instance("file")),
      ]),
    CallModel("file.{read,readline}", effects: [.result(contents(.constructed(.receiver, 0)))]),
    CallModel("file.temporary.{read,readline,readlines}", effects: [.result(.stored("a file"))]),
    CallModel("file.temporary.{write,writelines}", effects: [.into(.fileContent, .position(0)), .clean]),
    CallModel("file.readlines", effects: [.result(.sequence(of: contents(.constructed(.receiver, 0))))]),
    CallModel("file.{write,writelines}", effects: [.into(.fileContent, .position(0)), .clean]),
    CallModel("file.{__enter__,__aenter__}", effects: [.keepsReceiver]),
    CallModel(
      "pathlib.{Path,PosixPath,PurePath,PurePosixPath}",
      effects: [.result(.joined([.instance("pathlib.Path"), .madeOf([.allFrom(0)])]))]),
    CallModel(
      "pathlib.Path.{joinpath,with_name}",
      effects: [.result(.joined([.instance("pathlib.Path"), .madeOf([.receiver, .allFrom(0)])]))]),
    CallModel(
      "pathlib.Path.{resolve,absolute,expanduser,with_suffix,as_posix,relative_to}", "pathlib.Path.__str__",
      effects: [.keepsReceiver]),
    CallModel(
      "pathlib.Path.{read_text,read_bytes}",
      effects: [.into(.filePath, .receiver), .result(contents(.receiver))]),
    CallModel(
      "pathlib.Path.{write_text,write_bytes}",
      effects: [.into(.filePath, .receiver), .into(.fileContent, .position(0)), .clean]),
    CallModel("pathlib.Path.open", effects: [.into(.filePath, .receiver), .result(.instance("file"))]),
    CallModel(
      "pathlib.Path.{unlink,rmdir,touch,iterdir,mkdir,chmod,glob,rglob}",
      effects: [.into(.filePath, .receiver), .clean]),
    CallModel(
      "pathlib.Path.{rename,replace,symlink_to,link_to,hardlink_to}",
      effects: [.into(.filePath, .receiver), .into(.filePath, .position(0)), .clean]),
    CallModel("pathlib.Path.{exists,is_file,is_dir,stat,is_relative_to,is_absolute}", effects: [.clean]),
    CallModel(
      "linecache.{getline,getlines}", "fileinput.input",
      effects: [.into(.filePath, .position(0)), .result(.stored("a file"))]),
    CallModel("configparser.ConfigParser().read", effects: [.into(.filePath, .position(0)), .clean]),
    CallModel(
      "tempfile.{NamedTemporaryFile,TemporaryFile,SpooledTemporaryFile}",
      effects: [
        .into(.filePath, .named("dir")), .into(.filePath, .argument(5, "prefix"), .likely),
        .into(.filePath, .argument(4, "suffix"), .likely), .makes("file.temporary"),
      ]),
    CallModel(
      "tempfile.{mkdtemp,mktemp,TemporaryDirectory,gettempdir}",
      effects: [
        .into(.filePath, .argument(1, "prefix"), .likely), .into(.filePath, .argument(0, "suffix"), .likely),
        .result(.constant(.text("/tmp"))),
      ]),
    CallModel(
      "tempfile.mkstemp",
      effects: [
        .into(.filePath, .argument(1, "prefix"), .likely), .into(.filePath, .argument(0, "suffix"), .likely),
        .result(.sequence(of: .constant(.text("/tmp")))),
      ]),
  ]

  private static let moving: [CallModel] = [
    CallModel(
      """
      os.{remove,unlink,rmdir,removedirs,mkdir,makedirs,listdir,scandir,walk,chmod,chown,utime,truncate,\
      mkfifo,readlink,chdir,chroot}
      """,
      effects: [.into(.filePath, .argument(0, "path")), .clean]),
    CallModel(
      "os.{rename,renames,replace,link,symlink}",
      effects: [.into(.filePath, .argument(0, "src")), .into(.filePath, .argument(1, "dst")), .clean]),
    CallModel("os.path.{exists,isfile,isdir,getsize,getmtime}", effects: [.clean]),
    CallModel(
      "shutil.{copy,copyfile,copy2,copytree,move,copymode,copystat}",
      effects: [.into(.filePath, .argument(0, "src")), .into(.filePath, .argument(1, "dst")), .clean]),
    CallModel("shutil.rmtree", effects: [.into(.filePath, .argument(0, "path")), .clean]),
    CallModel("glob.{glob,iglob}", effects: [.into(.filePath, .argument(0, "pathname")), .clean]),
    CallModel(
      "shutil.copyfileobj",
      effects: [
        .into(.fileContent, .position(0)), .writes(from: .position(0), into: .position(1)), .clean,
      ]),
  ]

  private static let paths: [CallModel] = [
    CallModel("{os.path,posixpath}.{join}", effects: [.result(.joinedPath(.allFrom(0)))]),
    CallModel("{os.path,posixpath,ntpath}.basename", effects: [.escapes(.position(0), for: .filePath)]),
    CallModel(
      "{os.path,posixpath}.{dirname,abspath,realpath,normpath,expanduser,expandvars,relpath,normcase}",
      "os.{fspath,fsencode,fsdecode}", effects: [.keepsFirst]),
    CallModel("os.path.{splitext,split}", effects: [.result(.sequence(of: .madeOf([.position(0)])))]),
    CallModel(
      """
      {werkzeug.utils.secure_filename,werkzeug.secure_filename,django.utils.text.get_valid_filename,\
      pathvalidate.sanitize_filename,slugify.slugify,django.utils.text.slugify,\
      django.template.defaultfilters.slugify}
      """,
      effects: [
        .escapes(
          .position(0), for: .filePath, .osCommand, .responseBody, .responseHeader, .sql, .log, .template)
      ]),
    CallModel(
      "{werkzeug.utils.safe_join,flask.safe_join,werkzeug.security.safe_join,django.utils._os.safe_join}",
      effects: [.result(.sanitized(.anyArgument, for: SinkKinds(.filePath)))]),
    .clean("os.{getcwd,getpid,cpu_count,urandom,getuid}"),
  ]

  /// An archive with the labels of what is in it.
  private static func opened(_ type: String, path: Selector, stream: Selector) -> ResultModel {
    .joined([.instance(type), .madeOf([stream]), contents(path)])
  }

  private static let archives: [CallModel] = [
    CallModel(
      "tarfile.{open,TarFile,TarFile.open}",
      effects: [
        .result(opened("tarfile.TarFile", path: .argument(0, "name"), stream: .named("fileobj"))),
        .into(.filePath, .argument(0, "name")),
      ]),
    CallModel(
      "tarfile.TarFile.{extractall,extract}",
      effects: [
        .into(.filePath, .argument(1, "path"), .likely),
        .into(
          .archiveExtraction, .receiver, when: [.not(.isText(.named("filter"), ["data", "tar"]))], .likely),
        .clean,
      ]),
    CallModel(
      "zipfile.{ZipFile,PyZipFile}", "pyzipper.AESZipFile",
      effects: [
        .result(opened("zipfile.ZipFile", path: .argument(0, "file"), stream: .argument(0, "file"))),
        .into(
          .filePath, .position(0),
          when: [.text(.position(0)), .not(.type(.position(0), ["io.buffer", "file", "file.temporary"]))],
          .likely),
      ]),
    // Python's zipfile drops `..` and roots itself.
    CallModel(
      "zipfile.ZipFile.{extractall,extract}",
      effects: [.into(.filePath, .argument(1, "path"), .likely), .clean]),
    CallModel(
      "{rarfile.RarFile,py7zr.SevenZipFile}().{extractall,extract}",
      effects: [.into(.archiveExtraction, .constructed(.receiver, 0), .likely), .clean]),
    CallModel(
      "zipfile.ZipFile.{namelist,infolist}", "tarfile.TarFile.{getnames,getmembers}",
      effects: [.result(.sequence(of: .joined([.madeOf([.receiver]), .stored("a name in an archive")])))]),
    CallModel(
      "zipfile.ZipFile.{read,open}", "tarfile.TarFile.extractfile",
      effects: [.result(.joined([.madeOf([.receiver]), .stored("a file of an archive")]))]),
    CallModel(
      "shutil.unpack_archive",
      effects: [
        .into(.archiveExtraction, .argument(0, "filename")), .into(.filePath, .argument(0, "filename")),
        .into(.filePath, .argument(1, "extract_dir")), .clean,
      ]),
    CallModel(
      "shutil.make_archive",
      effects: [
        .into(.filePath, .argument(0, "base_name")), .into(.filePath, .argument(2, "root_dir")), .clean,
      ]),
    .parses(
      "{gzip,zlib,bz2,lzma,brotli,zstandard,lz4.frame,snappy}.decompress", "zlib.decompressobj().decompress",
      "{gzip,zlib,bz2,lzma,brotli,zstandard,snappy}.compress"),
  ]

  private static let serving: [CallModel] = [
    CallModel(
      "flask.send_file",
      """
      {starlette.responses.FileResponse,fastapi.responses.FileResponse,aiohttp.web.FileResponse,\
      django.http.FileResponse,sanic.response.file}
      """,
      effects: [
        .into(
          .filePath, .position(0),
          when: [.text(.position(0)), .not(.type(.position(0), ["io.buffer", "file"]))])
      ]),
    // flask.send_from_directory joins safely; only the folder is a danger.
    CallModel("flask.send_from_directory", effects: [.into(.filePath, .argument(0, "directory"))]),
  ]
}
