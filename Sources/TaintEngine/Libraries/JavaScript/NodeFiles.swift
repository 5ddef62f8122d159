/// Files, paths, streams and archives of Node.
enum NodeFiles {
  static let calls: [CallModel] = reading + writing + two + paths + archives

  private static let modules =
    """
    {fs,fs/promises,fs.promises,fs-extra,graceful-fs,fs-extra.default,mz/fs,fs-jetpack,memfs.fs,\
    original-fs,fs-extra-promise,@npmcli/fs,vinyl-fs,sander,pn/fs,promise-fs,fs-promise}
    """

  /// What a file holds: in the folders a function can write to, whatever was put there; elsewhere, the package.
  private static let contents = ResultModel.conditional(
    [.any([.mentions(.position(0), "/tmp"), .mentions(.position(0), "/mnt")])], .stored("a file"),
    otherwise: .clean)

  private static let reading: [CallModel] = [
    CallModel(
      """
      \(modules).{readFile,readFileSync,createReadStream,readJson,readJSON,readJsonSync,readJSONSync,read,\
      readAsync,openAsBlob}
      """,
      effects: [
        .into(.filePath, .position(0)), .result(contents), .nodeCallback,
      ]),
    CallModel(
      "\(modules).{readdir,readdirSync,opendir,opendirSync,readlink,readlinkSync,realpath,realpathSync}",
      effects: [.into(.filePath, .position(0)), .nodeCallback]),
    CallModel(
      """
      \(modules).{stat,statSync,lstat,lstatSync,exists,existsSync,access,accessSync,pathExists,\
      pathExistsSync}
      """,
      effects: [.clean, .nodeCallback]),
    CallModel(
      """
      {load-json-file,read-pkg,jsonfile.readFile,jsonfile.readFileSync,readline-promise,find-up,\
      line-reader.eachLine,n-readlines,read-chunk}
      """,
      effects: [.into(.filePath, .position(0)), .result(.stored("a file"))]),
    CallModel(
      "{glob,glob.sync,glob.glob,fast-glob,fast-glob.sync,globby,globby.sync}",
      effects: [.into(.filePath, .position(0), .likely), .clean, .nodeCallback]),
  ]

  private static let writing: [CallModel] = [
    CallModel(
      """
      \(modules).{writeFile,writeFileSync,appendFile,appendFileSync,outputFile,outputFileSync,writeJson,\
      writeJSON,writeJsonSync,outputJson,outputJSON,write}
      """,
      effects: [
        .into(.filePath, .position(0)), .into(.fileContent, .position(1)), .clean, .nodeCallback,
      ]),
    CallModel(
      "\(modules).createWriteStream", effects: [.into(.filePath, .position(0)), .makes("fs.WriteStream")]),
    CallModel("fs.WriteStream.{write,end}", effects: [.into(.fileContent, .position(0)), .clean]),
    CallModel(
      "\(modules).{mkdtemp,mkdtempSync}",
      effects: [.into(.filePath, .position(0)), .keepsFirst, .nodeCallback]),
    CallModel("tmp.{dirSync,tmpNameSync}", effects: [.result(.constant(.text("/tmp")))]),
    CallModel(
      """
      \(modules).{unlink,unlinkSync,rm,rmSync,rmdir,rmdirSync,remove,removeSync,mkdir,mkdirSync,mkdirp,\
      mkdirpSync,ensureDir,ensureDirSync,ensureFile,emptyDir,emptyDirSync,open,openSync,chmod,chmodSync,\
      chown,chownSync,truncate,truncateSync,utimes,utimesSync,watch,watchFile,lchown}
      """,
      effects: [
        .into(.filePath, .position(0)), .clean, .nodeCallback,
      ]),
    CallModel(
      """
      {rimraf,rimraf.sync,mkdirp,mkdirp.sync,del,del.sync,make-dir,write-file-atomic,jsonfile.writeFile,\
      jsonfile.writeFileSync,touch,trash}
      """,
      effects: [.into(.filePath, .position(0)), .clean, .nodeCallback]),
  ]

  private static let two: [CallModel] = [
    CallModel(
      """
      \(modules).{rename,renameSync,copyFile,copyFileSync,copy,copySync,move,moveSync,link,linkSync,\
      symlink,symlinkSync,cp,cpSync}
      """,
      effects: [
        .into(.filePath, .position(0)), .into(.filePath, .position(1)), .clean, .nodeCallback,
      ]),
    CallModel(
      "{cp-file,move-file,cpy,ncp,ncp.ncp,copyfiles}",
      effects: [.into(.filePath, .position(0)), .into(.filePath, .position(1)), .clean]),
  ]

  private static let paths: [CallModel] = [
    CallModel(
      "{path,path.posix,path.win32,path/posix,upath,pathe}.{join,resolve}",
      effects: [.result(.joinedPath(.allFrom(0)))]),
    CallModel(
      "{path,path.posix,path.win32,path/posix,upath,pathe}.basename",
      effects: [.escapes(.position(0), for: .filePath)]),
    CallModel(
      "{path,path.posix,path.win32,path/posix,upath,pathe}.{normalize,dirname,relative,toNamespacedPath}",
      effects: [.result(.madeOf([.allFrom(0)]))]),
    // An extension begins at the last dot, so no separator can stand in it.
    CallModel("{path,path.posix,path/posix}.extname", effects: [.escapes(.position(0), for: .filePath)]),
    CallModel(
      "{path,path.posix}.parse",
      effects: [
        .result(
          .record([
            "base": .sanitized(.position(0), for: SinkKinds(.filePath)),
            "name": .sanitized(.position(0), for: SinkKinds(.filePath)),
            "ext": .sanitized(.position(0), for: SinkKinds(.filePath)), "dir": .madeOf([.position(0)]),
            "root": .clean,
          ]))
      ]),
    CallModel("path.format", effects: [.result(.madeOf([.anywhereIn(.position(0))]))]),
    CallModel(
      """
      {path.isAbsolute,os.hostname,os.platform,process.cwd,os.EOL,os.cpus,os.homedir,\
      tmp.fileSync}
      """,
      effects: [.clean]),
    CallModel("os.tmpdir", effects: [.result(.constant(.text("/tmp")))]),
    CallModel(
      "{sanitize-filename,filenamify,speakingurl}",
      effects: [.escapes(.position(0), for: .filePath, .responseHeader, .log)]),
    CallModel(
      "{slugify,@sindresorhus/slugify,slug}",
      effects: [
        .escapes(
          .position(0), for: .filePath, .osCommand, .sql, .responseBody, .responseHeader, .log, .template)
      ]),
  ]

  private static let archives: [CallModel] = [
    CallModel(
      "adm-zip",
      effects: [.result(.joined([.instance("adm-zip.archive"), .madeOf([.position(0)]), contents]))]),
    CallModel(
      "adm-zip.archive.{extractAllTo,extractAllToAsync,extractEntryTo}",
      effects: [
        .into(.archiveExtraction, .receiver, .likely), .into(.filePath, .position(0), .likely),
        .clean,
      ]),
    CallModel(
      "adm-zip.archive.getEntries",
      effects: [.result(.sequence(of: .joined([.madeOf([.receiver]), .stored("a file of an archive")])))]),
    CallModel(
      "adm-zip.archive.{readAsText,readFile,getEntry}",
      effects: [.result(.joined([.madeOf([.receiver]), .stored("a file of an archive")]))]),
    CallModel(
      "unzipper.{Parse,ParseOne}().on", "yauzl.open().on", "tar-stream.extract().on",
      "unzip-stream.Parse().on",
      effects: [
        .callback(
          Callback(
            .position(1), parameters: [.stored("a file of an archive"), .stored("a file of an archive")],
            isImmediate: false)), .keepsReceiver,
      ]),
    CallModel(
      "unzipper.{Extract}", "unzip.Extract", "unzip2.Extract", "node-unzip-2.Extract", "tar-fs.extract",
      effects: [.into(.filePath, .field(.position(0), "path"), .likely)]),
    CallModel("unzipper.Open.{buffer,file,s3,url}", effects: [.result(.stored("an archive"))]),
    CallModel(
      """
      {decompress,extract-zip,unzip-stream,compressing.zip.uncompress,compressing.tgz.uncompress,\
      node-stream-zip().extract,zip-local.unzip,onezip.extract,cross-zip.unzip,decompress-zip,\
      extract-file}
      """,
      effects: [
        .into(.archiveExtraction, .position(0), .likely),

        .into(.filePath, .position(1), .likely),
      ]),
    CallModel(
      "{tar.x,tar.extract}",
      effects: [
        .into(.filePath, .field(.position(0), "file"), .likely),
        .into(.filePath, .field(.position(0), "cwd"), .likely),
      ]),
    CallModel(
      "{jszip.loadAsync,jszip().loadAsync,yauzl.open,yauzl.fromBuffer,node-stream-zip}",
      effects: [.result(.stored("an archive")), .nodeCallback]),
    CallModel(
      """
      zlib.{gunzip,gunzipSync,inflate,inflateSync,unzip,unzipSync,brotliDecompress,brotliDecompressSync,\
      inflateRaw,inflateRawSync,gzip,gzipSync,deflate,deflateSync,brotliCompress,brotliCompressSync}
      """,
      "pako.{inflate,ungzip,deflate,gzip}", "node-gzip.{ungzip,gzip}", effects: [.parsesFirst, .nodeCallback]),
  ]
}
